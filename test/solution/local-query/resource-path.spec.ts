import { parseResourcePath } from '../../../solution/local/query/index.js'
import { guid, refusalOf } from './fixture.js'

const bare = { key: null, steps: [], suffix: null, operation: null }

describe('parseResourcePath', () => {
  it('reads sets, ids, links and what may follow them', () => {
    const id = { kind: 'id', id: guid(1) } as const

    expect(parseResourcePath('contacts')).toEqual({ ...bare, entitySet: 'contacts' })
    expect(parseResourcePath(`contacts(${guid(1)})`)).toEqual({
      ...bare,
      entitySet: 'contacts',
      key: id,
    })
    expect(parseResourcePath('contacts/$count').suffix).toBe('$count')
    expect(parseResourcePath(`contacts(${guid(1)})/fullname/$value`)).toEqual({
      entitySet: 'contacts',
      key: id,
      steps: [{ name: 'fullname', key: null }],
      suffix: '$value',
      operation: null,
    })
    expect(parseResourcePath(`accounts(${guid(1)})/kids(${guid(2)})/$ref`)).toEqual({
      entitySet: 'accounts',
      key: id,
      steps: [{ name: 'kids', key: { kind: 'id', id: guid(2) } }],
      suffix: '$ref',
      operation: null,
    })
  })

  it('reads ids in upper case and in braces as the rows hold them', () => {
    const written = 'ABCDEF00-0000-0000-0000-00000000000A'

    expect(parseResourcePath(`contacts({${written}})`).key).toEqual({
      kind: 'id',
      id: written.toLowerCase(),
    })
  })

  it('reads bound actions without their namespace', () => {
    const path = parseResourcePath('contacts/Microsoft.Dynamics.CRM.CreateMultiple')

    expect(path.operation).toBe('CreateMultiple')
    expect(path.steps).toEqual([])
  })

  it('reads alternate keys of several values, with quotes and separators inside the text', () => {
    const { key } = parseResourcePath("set(a='O''Brien, (x)=1',b=12,_c_value=" + guid(3) + ')')

    expect(key).toEqual({
      kind: 'alternate',
      values: {
        a: { kind: 'text', value: "O'Brien, (x)=1" },
        b: { kind: 'plain', value: '12' },
        _c_value: { kind: 'guid', value: guid(3) },
      },
    })
  })

  it('decodes the text of keys', () => {
    const { key } = parseResourcePath(`set(a='${encodeURIComponent('Zoë 😀')}')`)

    expect(key).toEqual({ kind: 'alternate', values: { a: { kind: 'text', value: 'Zoë 😀' } } })
  })

  for (const character of ['/', '<', '>', '*', '%', '&', ':', '\\', '?', '+', '#']) {
    it(`refuses ${character} in a key as the platform does, encoded or not`, () => {
      const refusal = refusalOf(() =>
        parseResourcePath(`set(a='x${encodeURIComponent(character)}y')`),
      )

      expect(refusal.status).toBe(400)
      expect(refusal.message).toContain(
        `dangerous Request.Path value was detected from the client (${character})`,
      )
    })
  }

  const malformed = [
    '',
    '/',
    'contacts(',
    'contacts)',
    "contacts(a='x)",
    "contacts(a='x'y')",
    "contacts(='x')",
    'contacts(a=)',
    'contacts(abc)',
    "contacts(a='x',a='y')",
    '%zz',
    'a b',
    'contacts(1,2)',
    `contacts${'x'.repeat(9000)}`,
  ]
  for (const path of malformed) {
    it(`refuses '${path.slice(0, 40)}' with 400`, () => {
      expect(refusalOf(() => parseResourcePath(path)).status).toBe(400)
    })
  }
})
