import type { LookupAddress } from 'node:dns'

import {
  postCallback,
  PrivateAddressError,
} from '../../../../connector/service/events/post-callback.js'
import { isPublicAddress } from '../../../../connector/service/events/public-address.js'
import { startReceiver } from './events-under-test.js'
import type { Receiver } from './events-under-test.js'

describe('An address', () => {
  it('is public where the internet leads to it', () => {
    for (const address of ['1.1.1.1', '20.42.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1']) {
      expect(isPublicAddress(address)).withContext(address).toBeTrue()
    }
  })

  it('is not public where it leads into a network of somebody, to this machine, or nowhere', () => {
    const addresses = [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '168.63.129.16',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.7',
      '203.0.113.9',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '64:ff9b::a00:1',
      '100::1',
      '2001::1',
      '2001:db8::1',
      '2002:a00:1::1',
      '3fff::1',
      'fc00::1',
      'fd12:3456::1',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'ff02::1',
      '0x7f.1',
      '2130706433',
      '017700000001',
      'localhost',
      '',
    ]
    for (const address of addresses) {
      expect(isPublicAddress(address)).withContext(address).toBeFalse()
    }
  })
})

describe('A callback', () => {
  let receiver: Receiver

  beforeEach(async () => {
    receiver = await startReceiver()
  })

  afterEach(() => receiver.close())

  const send = (url: string, addresses: readonly LookupAddress[] = [], allowLocal = false) =>
    postCallback(
      { url, headers: {}, body: '{}' },
      {
        timeoutMs: 1_000,
        allowLocal,
        resolveName: (_, done) => {
          done(null, addresses)
        },
      },
    )

  const at = (host: string) => receiver.url.replace('127.0.0.1', host)

  it('is not sent to an address of this machine or network, however it is written', async () => {
    const hosts = [
      '127.0.0.1',
      '127.1',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '2130706433',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:0:0:1]',
      '[64:ff9b::7f00:1]',
      '169.254.169.254',
      '１２７.0.0.1',
    ]
    for (const host of hosts) {
      await expectAsync(send(at(host)))
        .withContext(host)
        .toBeRejectedWithError(PrivateAddressError)
    }
    expect(receiver.received).toEqual([])
  })

  it('is not sent where a name stands for such an address, even beside a public one', async () => {
    const local = { address: '127.0.0.1', family: 4 }
    const open = { address: '20.42.0.1', family: 4 }
    for (const addresses of [[local], [open, local], [{ address: '::1', family: 6 }]]) {
      await expectAsync(send(at('flows.example.com'), addresses)).toBeRejectedWithError(
        PrivateAddressError,
      )
    }
    expect(receiver.received).toEqual([])
  })

  it('goes to the address that was looked at, not to what the name stands for later', async () => {
    const local = { address: '127.0.0.1', family: 4 }
    const answer = await send(at('never-asked-again.example.com'), [local], true)

    expect(answer.status).toBe(200)
    expect(receiver.received.length).toBe(1)
    expect(receiver.received[0]?.headers.host).toContain('never-asked-again.example.com')
  })

  it('is given up when the receiver takes too long', async () => {
    const addresses = [{ address: '127.0.0.1', family: 4 }]
    receiver.delayMs = 3_000

    await expectAsync(send(at('slow.example.com'), addresses, true)).toBeRejected()
  })
})
