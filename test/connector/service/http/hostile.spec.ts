import fc from 'fast-check'

import { operations, swagger } from './contract.js'
import { ada, jobOf, submitted } from './jobs.js'
import { startService, valueOf } from './service-under-test.js'
import type { ServiceUnderTest } from './service-under-test.js'

const posts = operations
  .filter(({ method }) => method === 'post')
  .map(({ path }) => `${swagger.basePath}${path}`)

const someId = '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21'

/** Values that are nearly right: the properties' own names, and what they hold, in any mixture. */
const names = [...Object.keys(ada), 'items', 'record', 'targetId', 'targetTable', 'valueMaps']
const scalar = fc.oneof(
  fc.constantFrom<unknown>('HRIS', 'contact', 'OnIngest', 'lastname', '', null, 0, -1, true),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
)
const { nearly } = fc.letrec<{ nearly: unknown }>((tie) => ({
  nearly: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('nearly'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('nearly'), { maxKeys: 5 }),
  ),
}))

describe('Hostile input', () => {
  let service: ServiceUnderTest

  beforeAll(async () => {
    service = await startService()
  })

  afterAll(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  it('is refused whatever JSON a body is, with the envelope and never as our failure', async () => {
    const anything = fc.oneof(fc.jsonValue(), nearly)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), anything, async (url, body) => {
        const { status } = await service.post(url, body)
        expect([400, 409]).toContain(status)
      }),
      { numRuns: 200 },
    )
  })

  it('is refused or accepted whole where one item is anything, and never our failure', async () => {
    const item = fc.oneof(nearly, fc.record({ ...constants(ada), fieldName: scalar }))
    await fc.assert(
      fc.asyncProperty(item, async (entry) => {
        const { status, body } = await service.post('/v1/sync-jobs', jobOf([ada, entry]))
        expect([201, 400]).toContain(status)
        if (status === 201) expect(body['received']).toBe(2)
      }),
      { numRuns: 150 },
    )
  })

  it('is refused where it is bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        const { status } = await service.send({
          method: 'POST',
          url: '/v1/sync-jobs',
          payload: Buffer.from(bytes),
          headers: { 'content-type': 'application/json' },
        })
        expect(status).toBe(400)
      }),
      { numRuns: 100 },
    )
  })

  it('is answered in a query: any text in any parameter', async () => {
    const questions = operations
      .filter(({ method }) => method === 'get')
      .flatMap(({ path, operation }) => {
        const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query')
        const url = `${swagger.basePath}${path.replace('{jobId}', someId)}`
        const required = inQuery.flatMap(({ name, required: is }) => (is ? [name] : []))
        return inQuery.map(({ name }) => ({ url, name, required }))
      })
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), text, async (question, value) => {
        const query = new URLSearchParams()
        for (const name of question.required) query.set(name, 'x')
        query.set(question.name, value)
        const { status } = await service.get(`${question.url}?${query.toString()}`)
        expect([200, 202, 400, 404]).toContain(status)
      }),
      { numRuns: 150 },
    )
  })

  it('is answered in a path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), async (path) => {
        const { status } = await service.get(`/v1${path}`)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })

  it('comes back unchanged where it is text: keys and values of any characters', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((key) => !/\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(key))
    await fc.assert(
      fc.asyncProperty(text, text, async (externalKey, newValue) => {
        const id = await submitted(service, [{ ...ada, externalKey, newValue }])
        const [item] = valueOf(await service.get(`/v1/sync-jobs/${id}/items`))
        expect([item?.['externalKey'], item?.['newValue']]).toEqual([externalKey, newValue])
      }),
      { numRuns: 60 },
    )
  })
})

function constants(values: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => [name, fc.constant(value)]),
  )
}
