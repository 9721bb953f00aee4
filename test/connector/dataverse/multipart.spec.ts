import fc from 'fast-check'

import { batchBody } from '../../../connector/dataverse/batch-request.js'
import { ProtocolError } from '../../../connector/dataverse/errors.js'
import { changeSet, rawUpdate } from '../../../connector/dataverse/index.js'
import { boundaryOf, parseHttpMessage, parseParts } from '../../../connector/dataverse/multipart.js'

const boundary = 'batch_7f'

interface WrittenPart {
  readonly headers: Readonly<Record<string, string>>
  readonly content: Buffer
}

function written(parts: readonly WrittenPart[], lineBreak = '\r\n'): Buffer {
  const pieces: Buffer[] = []
  for (const { headers, content } of parts) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}${lineBreak}`)
    pieces.push(Buffer.from(`--${boundary}${lineBreak}${lines.join('')}${lineBreak}`))
    pieces.push(content, Buffer.from(lineBreak))
  }
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--${lineBreak}`)])
}

/** Bytes likely to trip a parser: line breaks, dashes, and the boundary not alone on its line. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom(
          '\r\n',
          '\n',
          '\r',
          '--',
          `--${boundary}x`,
          ` --${boundary}`,
          boundary,
          '\r\n--',
          '\0',
        )
        .map((text) => Buffer.from(text)),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.concat(pieces))
  .filter((bytes) => !/(^|\n)--batch_7f(--|[ \t\r]*\n|[ \t\r]*$)/.test(bytes.toString('latin1')))

const parts = fc.array(
  fc.record({ headers: fc.constant({ 'content-type': 'application/http' }), content }),
  { maxLength: 6 },
)

function hexOf(list: readonly { readonly content: Buffer }[]): readonly string[] {
  return list.map((part) => part.content.toString('hex'))
}

describe('parseParts', () => {
  it('gives back the bytes of every part, whatever they are', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const body = Buffer.concat([Buffer.from('Preamble.\r\n'), written(list)])

        expect(hexOf(parseParts(body, boundary))).toEqual(hexOf(list))
      }),
    )
  })

  it('takes lines that end in a line feed alone', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const list = all.filter((part) => part.content.at(-1) !== 0x0d)

        expect(hexOf(parseParts(written(list, '\n'), boundary))).toEqual(hexOf(list))
      }),
    )
  })

  it('never takes a body that ends early for a whole one', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const whole = written(list)
        const cut = whole.subarray(0, Math.floor(share * (whole.length - 3)))

        expect(() => parseParts(cut, boundary)).toThrowError(ProtocolError)
      }),
    )
  })

  it('reads header names without regard to case', () => {
    const list = [{ headers: { 'Content-TYPE': 'application/http' }, content: Buffer.from('x') }]

    expect(parseParts(written(list), boundary)[0]?.headers['content-type']).toBe('application/http')
  })

  it('reads a part without headers', () => {
    expect(parseParts(written([{ headers: {}, content: Buffer.from('x') }]), boundary)).toEqual([
      { headers: {}, content: Buffer.from('x') },
    ])
  })
})

describe('boundaryOf', () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ['multipart/mixed; boundary=batch_1', 'batch_1'],
    ['multipart/mixed;boundary="a b;c"', 'a b;c'],
    ['Multipart/Mixed; charset=utf-8; Boundary=x', 'x'],
    ['application/json; odata.metadata=minimal', undefined],
    [undefined, undefined],
  ]
  for (const [type, expected] of cases) {
    it(`of ${String(type)} is ${String(expected)}`, () => {
      expect(boundaryOf(type)).toBe(expected)
    })
  }
})

describe('batchBody', () => {
  it('is read back as the requests it was made of, texts intact', () => {
    const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(texts, (values) => {
        const writes = values.map((value) => rawUpdate({ entitySetName: 'things' }, id, { value }))
        const { body, contentType } = batchBody([...writes, changeSet(writes)], '/root/')
        const outer = parseParts(body, boundaryOf(contentType) ?? '')
        const set = outer.at(-1)
        const inner = parseParts(
          set?.content ?? Buffer.alloc(0),
          boundaryOf(set?.headers['content-type']) ?? '',
        )
        const requests = [...outer.slice(0, -1), ...inner].map((part) =>
          parseHttpMessage(part.content),
        )

        expect(requests.map(({ firstLine }) => firstLine)).toEqual(
          requests.map(() => `PATCH /root/things(${id}) HTTP/1.1`),
        )
        expect(
          requests.map((request) => JSON.parse(request.content.toString()) as unknown),
        ).toEqual([...values, ...values].map((value) => ({ value: wellFormed(value) })))
        expect(inner.map(({ headers }) => headers['content-id'])).toEqual(
          values.map((_, index) => String(index + 1)),
        )
      }),
    )
  })

  it('lets no line break into a header', () => {
    const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
    const forged = rawUpdate(
      { entitySetName: 'things' },
      id,
      {},
      { ifMatch: 'x\r\nCallerObjectId: y' },
    )

    expect(() => batchBody([forged], '/root/')).toThrowError(/line break/)
  })
})

/** JSON keeps lone surrogates by escaping them. */
function wellFormed(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
