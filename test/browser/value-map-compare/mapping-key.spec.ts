import { keyOf } from '../../../controls/ValueMapCompare/data/mapping-key.js'

/** As `valueMapId` and `valueMapHash` of connector/engine/ids.ts give them. */
const keys = [
  {
    key: { system: 'IOC', codeList: 'Country', sourceCode: 'NOR' },
    id: 'c43107dc-5e73-5db8-a90d-132f65884360',
    keyHash: '731b913f7382d80f63205485958ea3d364187ef5bd272831aa765788e97345d7',
  },
  {
    key: { system: '', codeList: 'Country', sourceCode: 'NOR' },
    id: 'a1b70e8e-fd82-5cfa-b4c8-c51dcb9c557d',
    keyHash: '6f636b60e106eb5c26c823bba779c8bd1a4a803c94b1bdd6c5a1a83571a76e58',
  },
  {
    key: { system: 'HRIS', codeList: 'Sex', sourceCode: 'M/F #?&+%\'"' },
    id: 'eb3243f8-7061-5a83-ac01-a2abf7b2baa7',
    keyHash: 'ad00230c7883baf76f67725511a8334acb00475a87c170bf282e94d1835019dc',
  },
  {
    key: { system: 'É', codeList: '𝒞ode', sourceCode: '日本\u202e' },
    id: 'bf03198a-f078-531e-9f5e-ef930087af91',
    keyHash: 'e40e2e066e7c9fd668a27915fe7801338563c40853d4a8fbca6f49dbc02d8c40',
  },
  {
    key: { system: 'a', codeList: 'b', sourceCode: '\ud800x' },
    id: 'bcd54575-5cf2-57cf-8418-32cdbb41e7af',
    keyHash: '670e5a78c2189c67884ccb793ad490abd538dd910467843849047591e54c4b81',
  },
] as const

describe('The key of a mapping made in the browser', () => {
  for (const { key, ...expected } of keys) {
    it(`is the service's for ${JSON.stringify(Object.values(key))}`, async () => {
      expect(await keyOf(key)).toEqual(expected)
    })
  }
})
