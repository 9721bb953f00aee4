import { ownTables } from '../../../solution/tables/index.js'
import type { Role } from '../../../solution/model/solution/index.js'
import { main } from './all-solutions.js'

const everything = 'Append AppendTo Assign Create Delete Read Share Write'

/** What each role may do, table by table, once more and by hand: a role that gains a right fails here. */
const granted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Data Integration Administrator': Object.fromEntries(
    ownTables.map(({ schemaName }) => [schemaName, everything]),
  ),
  'Data Steward': {
    govcdm_IntegrationIdentifier: 'Read',
    govcdm_IntegrationValueMap: 'Create Read Write',
    govcdm_IntegrationCommitPolicy: 'Read',
    govcdm_IntegrationSyncJob: 'Read',
    govcdm_IntegrationSyncItem: 'Read',
    govcdm_IntegrationLedger: 'Read Write',
  },
  'Integration Service': {
    govcdm_IntegrationIdentifier: 'Create Read Write',
    govcdm_IntegrationValueMap: 'Create Read Write',
    govcdm_IntegrationCommitPolicy: 'AppendTo Create Read Write',
    govcdm_IntegrationSyncJob: 'AppendTo Create Read Write',
    govcdm_IntegrationSyncItem: 'Append AppendTo Create Read Write',
    govcdm_IntegrationLedger: 'Append AppendTo Create Read Write',
    govcdm_IntegrationLane: 'Create Read Write',
    govcdm_IntegrationPayload: 'Append Create Delete Read Write',
    govcdm_IntegrationSubscription: 'Create Delete Read Write',
    User: 'AppendTo Read',
    BehalfOfAnotherUser: 'ActOn',
  },
  'Data Integration Reader': {
    govcdm_IntegrationIdentifier: 'Read',
    govcdm_IntegrationValueMap: 'Read',
    govcdm_IntegrationCommitPolicy: 'Read',
    govcdm_IntegrationSyncJob: 'Read',
    govcdm_IntegrationSyncItem: 'Read',
    govcdm_IntegrationLedger: 'Read',
  },
}

function grantsOf({ privileges }: Role): Readonly<Record<string, string>> {
  const verbs = new Map<string, string[]>()
  for (const { name } of privileges) {
    const [, verb = '', table = ''] =
      /^prv(AppendTo|ActOn|Append|Assign|Create|Delete|Read|Share|Write)(.+)$/.exec(name) ?? []
    verbs.set(table, [...(verbs.get(table) ?? []), verb])
  }
  return Object.fromEntries([...verbs].map(([table, given]) => [table, given.sort().join(' ')]))
}

describe('security', () => {
  for (const role of main.roles) {
    it(`lets ${role.name} do exactly what it needs`, () => {
      expect(grantsOf(role)).toEqual(granted[role.name] ?? {})
    })
  }

  it('has four roles, which reach all rows and name no privilege twice', () => {
    expect(main.roles.map(({ name }) => name)).toEqual(Object.keys(granted))
    for (const { privileges } of main.roles) {
      expect(new Set(privileges.map(({ name }) => name)).size).toBe(privileges.length)
      expect(privileges.every(({ level }) => level === 'Global')).toBeTrue()
    }
  })

  it('opens every secured column to people for reading and to the service for writing', () => {
    const secured = ownTables.flatMap(({ logicalName, columns }) =>
      Object.values(columns).flatMap((column) =>
        column.secured ? [`${logicalName}.${column.logicalName}`] : [],
      ),
    )
    expect(secured.length).toBeGreaterThan(5)

    for (const [at, writes] of [false, true].entries()) {
      const permissions = main.columnSecurityProfiles[at]?.permissions ?? []
      expect(permissions.map(({ table, column }) => `${table}.${column}`)).toEqual(secured)
      for (const { read, create, update } of permissions) {
        expect([read, create, update]).toEqual([true, writes, writes])
      }
    }
    expect(main.columnSecurityProfiles.length).toBe(2)
  })
})
