import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { requireFreePort } from '../../../../connector/service/start/ports.js'

describe('a port that npm start is to use', () => {
  it('is refused when somebody listens there, naming the port and the variable to change', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo

    await expectAsync(
      requireFreePort(port, 'the service', 'INTEGRATION_PORT'),
    ).toBeRejectedWithError(
      `Port ${port}, meant for the service, is in use. Stop what listens there, ` +
        'or set INTEGRATION_PORT to another port (0: any free one).',
    )

    server.close()
    await once(server, 'close')
    await expectAsync(requireFreePort(port, 'the service', 'INTEGRATION_PORT')).toBeResolved()
  })
})
