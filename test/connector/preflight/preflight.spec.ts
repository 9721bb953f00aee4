import { runPreflight } from '../../../connector/preflight/run.js'
import { commitModeChoice, yesNoChoice } from '../../../solution/app/choices.js'
import { startLocalDataverse } from '../../../solution/local/index.js'
import type { LocalDataverse } from '../../../solution/local/index.js'
import {
  choice,
  defineTable,
  globalChoice,
  integer,
  lookup,
  primaryName,
  text,
  yesNo,
} from '../../../solution/model/index.js'
import type { Column, GlobalChoice, Table } from '../../../solution/model/index.js'
import {
  integrationCommitPolicy,
  integrationLane,
  integrationLedger,
  integrationValueMap,
  localTables,
} from '../../../solution/tables/index.js'

const core = localTables.filter(({ origin }) => origin !== 'ours')

/** A stand-in of the prerequisite: a table of Core whose column uses its yes/no choice. */
const coreTable = (shared: GlobalChoice = yesNoChoice) =>
  defineTable({
    schemaName: 'govcdm_question',
    label: 'Question',
    pluralLabel: 'Questions',
    origin: 'core',
    columns: {
      name: primaryName('govcdm_name', 'Name'),
      answer: globalChoice('govcdm_answer', 'Answer', shared),
    },
  })

/** The table with some columns in another form. */
function altered(table: Table, columns: Readonly<Record<string, Column>>): Table {
  return { ...table, columns: { ...table.columns, ...columns } }
}

describe('Preflight', () => {
  let local: LocalDataverse | undefined
  afterEach(() => local?.close())

  async function preflight(
    tables: readonly Table[],
    plant: readonly (readonly [string, object])[] = [],
  ) {
    local = await startLocalDataverse({ data: ':memory:', tables })
    for (const [set, row] of plant) {
      const body = JSON.stringify(row)
      const headers = { 'Content-Type': 'application/json' }
      const { status } = await fetch(`${local.url}${set}`, { method: 'POST', headers, body })
      expect(status).toBe(204)
    }
    return run('--url', local.origin)
  }

  it('says that an environment with the prerequisite alone can take the import', async () => {
    const { code, lines } = await preflight([...core, coreTable()])
    expect(code).toBe(0)
    expect(lines.at(-1)).toMatch(/^Data Integration 1\.0\.0\.0 can be imported into http/)
    expect(lines.slice(0, -1)).toEqual([
      jasmine.stringMatching(/^note +publishers, solutions, apps/),
    ])
  })

  it('says so of one that has all of it already', async () => {
    expect((await preflight(localTables)).code).toBe(0)
  })

  it('names the prerequisite that is missing and what brings it', async () => {
    const { code, conflicts, lines } = await preflight(core)
    expect(code).toBe(1)
    expect(conflicts).toEqual([
      'conflict  govcdm_yesno: there no choice of this name; brought columns that need it. ' +
        'Import govcdm_core (1.0.1.0), which brings it, first.',
    ])
    expect(lines.at(-1)).toContain('cannot be imported')
    expect(lines.at(-1)).toContain('1 conflict.')
  })

  it('names each column of another type, length, table or choice', async () => {
    const ledger = altered(integrationLedger, {
      notes: choice('govcdm_Notes', 'Notes', yesNoChoice.options),
      aspectKey: text('govcdm_AspectKey', 'Aspect Key', { maxLength: 4_000 }),
      targetTable: text('govcdm_TargetTable', 'Target Table', { maxLength: 10 }),
      certifiedBy: lookup('govcdm_CertifiedBy', 'Certified By', 'contact'),
      latest: integer('govcdm_Latest', 'Latest'),
    })
    const valueMap = altered(integrationValueMap, {
      confidence: yesNo('govcdm_Confidence', 'Confidence'),
    })
    const others = localTables.filter(
      (table) => table !== integrationLedger && table !== integrationValueMap,
    )
    const { code, conflicts } = await preflight([...others, ledger, valueMap])
    expect(code).toBe(1)
    const places = conflicts.map((line) =>
      /^conflict {2}(\S+): (there .*?; brought .*?)\. /.exec(line)?.slice(1),
    )
    expect(places).toEqual(
      jasmine.arrayWithExactContents([
        ['govcdm_integrationledger.govcdm_notes', jasmine.stringMatching('there choice; brought')],
        [
          'govcdm_integrationledger.govcdm_aspectkey',
          jasmine.stringMatching('there 4000 characters; brought 128 characters'),
        ],
        [
          'govcdm_integrationledger.govcdm_targettable',
          'there 10 characters; brought 128 characters',
        ],
        [
          'govcdm_integrationledger.govcdm_certifiedby',
          'there a lookup to contact; brought a lookup to systemuser',
        ],
        ['govcdm_integrationledger.govcdm_latest', 'there integer; brought yes/no'],
        ['govcdm_integrationvaluemap.govcdm_confidence', 'there yes/no; brought float'],
      ]),
    )
  })

  it('names a table of another ownership, and keys that clash', async () => {
    const [key] = integrationLane.keys
    if (!key) throw new Error('The lane has a key.')
    const { conflicts } = await preflight([
      ...core,
      coreTable(),
      {
        ...integrationLane,
        ownership: 'organization',
        keys: [{ ...key, columns: key.columns.slice(0, 1) }],
      },
      {
        ...integrationValueMap,
        keys: [{ schemaName: 'x_Other', label: 'Other', columns: ['govcdm_keyhash'] }],
      },
    ])
    expect(conflicts).toEqual([
      jasmine.stringMatching(
        /govcdm_integrationvaluemap key govcdm_IntegrationValueMap_KeyHash: there key x_other of the same columns/,
      ),
      jasmine.stringMatching(
        /govcdm_integrationlane \(ownership\): there OrganizationOwned; brought UserOwned/,
      ),
      jasmine.stringMatching(
        new RegExp(`govcdm_integrationlane key ${key.schemaName}: there \\w+; brought`),
      ),
    ])
  })

  it('names choices whose values mean something else', async () => {
    const yes = {
      yes: { value: 166_840_000, label: 'Yes' },
      no: { value: 166_840_001, label: 'No' },
    }
    const mode = { ...commitModeChoice, options: { ask: { value: 166_840_000, label: 'Ask' } } }
    const { conflicts } = await preflight([
      ...core,
      coreTable({ ...yesNoChoice, options: yes }),
      defineTable({
        schemaName: 'x_Mode',
        label: 'Mode',
        pluralLabel: 'Modes',
        columns: {
          name: primaryName('x_Name', 'Name'),
          mode: globalChoice('x_Mode', 'Mode', mode),
        },
      }),
      altered(integrationCommitPolicy, {
        autoCertify: choice('govcdm_AutoCertify', 'Auto Certify', yesNoChoice.options),
        commitMode: globalChoice('govcdm_CommitMode', 'Commit Mode', mode),
      }),
    ])
    expect(conflicts).toEqual(
      jasmine.arrayWithExactContents([
        jasmine.stringMatching(/govcdm_yesno 166840000: there 'Yes'; brought 'No'/),
        jasmine.stringMatching(/govcdm_yesno 166840001: there 'No'; brought 'Yes'/),
        jasmine.stringMatching(
          /govcdm_integrationcommitmode 166840000: there 'Ask'; brought 'OnIngest'/,
        ),
        jasmine.stringMatching(
          /govcdm_autocertify: there a choice of its own; brought the global choice govcdm_yesno/,
        ),
      ]),
    )
  })

  const platform = { origin: 'platform', ownership: 'organization' } as const
  const publisher = defineTable({
    schemaName: 'Publisher',
    label: 'Publisher',
    pluralLabel: 'Publishers',
    ...platform,
    columns: {
      uniqueName: primaryName('UniqueName', 'Name'),
      prefix: text('CustomizationPrefix', 'Prefix'),
      options: integer('CustomizationOptionValuePrefix', 'Option Value Prefix'),
    },
  })
  const solution = defineTable({
    schemaName: 'Solution',
    label: 'Solution',
    pluralLabel: 'Solutions',
    ...platform,
    columns: {
      uniqueName: primaryName('UniqueName', 'Name'),
      version: text('Version', 'Version'),
      isManaged: yesNo('IsManaged', 'Managed'),
      publisher: lookup('PublisherId', 'Publisher', 'publisher'),
    },
  })
  const app = defineTable({
    schemaName: 'AppModule',
    label: 'App',
    pluralLabel: 'Apps',
    ...platform,
    columns: { uniqueName: primaryName('UniqueName', 'Name') },
  })
  const withOrigin = [...localTables, publisher, solution, app]
  const ours = { uniquename: 'microsoftgovcdm', customizationprefix: 'govcdm' }
  const publisherId = '11111111-1111-4111-8111-000000000001'
  const installed = (version: string) =>
    [
      ['publishers', { ...ours, publisherid: publisherId, customizationoptionvalueprefix: 16_684 }],
      [
        'solutions',
        {
          uniquename: 'govcdm_dataintegrationworkbench',
          version,
          ismanaged: true,
          'publisherid@odata.bind': `/publishers(${publisherId})`,
        },
      ],
      ['appmodules', { uniquename: 'govcdm_DataIntegrationWorkbench' }],
    ] as const

  it('names publishers that clash, and an app of the same name', async () => {
    const { conflicts } = await preflight(withOrigin, [
      ['publishers', { ...ours, customizationoptionvalueprefix: 10_000 }],
      [
        'publishers',
        {
          uniquename: 'other',
          customizationprefix: 'govcdm',
          customizationoptionvalueprefix: 16_684,
        },
      ],
      [
        'publishers',
        { uniquename: 'city', customizationprefix: 'cty', customizationoptionvalueprefix: 20_000 },
      ],
      ['appmodules', { uniquename: 'govcdm_DataIntegrationWorkbench' }],
    ])
    expect(conflicts).toEqual([
      jasmine.stringMatching(
        /publisher microsoftgovcdm: .*choice values from 100000000\); brought .*166840000/,
      ),
      jasmine.stringMatching(/publisher other: there other \(prefix govcdm/),
      jasmine.stringMatching(/app govcdm_DataIntegrationWorkbench: there an app of this name/),
    ])
  })

  it('takes an earlier version of the solution for one to update, and a later one for a conflict', async () => {
    const earlier = await preflight(withOrigin, installed('0.9.0.0'))
    expect(earlier.code).toBe(0)
    expect(earlier.lines[0]).toMatch(
      /^note .*0\.9\.0\.0 of microsoftgovcdm, managed.*import the managed zip/,
    )
    await local?.close()

    const later = await preflight(withOrigin, installed('1.10.0.0'))
    expect(later.conflicts).toEqual([jasmine.stringMatching('What is there is newer')])
  })

  it('answers 2 with a sentence when it was called wrongly or nobody answers', async () => {
    const wrong = async (...args: string[]) => {
      const { code, errors } = await run(...args)
      expect(code).toBe(2)
      return errors
    }
    expect(await wrong()).toContain('--url is missing')
    expect(await wrong('--url', 'contoso')).toContain("not 'contoso'")
    expect(await wrong('--url', 'http://contoso.example')).toContain('without encryption')
    expect(await wrong('--uri', 'x')).toContain("'--uri'")
    expect(await wrong('--url', 'http://127.0.0.1:1')).toContain('ECONNREFUSED')
  })
})

async function run(...args: string[]) {
  const lines: string[] = []
  const errors: string[] = []
  const code = await runPreflight(args, {
    out: (line) => lines.push(line),
    error: (line) => errors.push(line),
  })
  const conflicts = lines.filter((line) => line.startsWith('conflict'))
  return { code, lines, conflicts, errors: errors.join('\n') }
}
