import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { packageFiles, unpackedFiles, zipOf } from '../../../../solution/emit/index.js'
import { openSolutions } from '../../../../solution/local/index.js'
import { hostedSchema } from '../../../../solution/local/schema/index.js'
import type { HostedSchema, HostedTable } from '../../../../solution/local/schema/index.js'
import { withSolutions } from '../../../../solution/local/solutions/index.js'
import type { Solution } from '../../../../solution/model/solution/index.js'
import { localTables } from '../../../../solution/tables/index.js'
import { closeHosts, idIn, rowId, startHost } from '../host.js'
import type { Send } from '../host.js'
import { fullRow, plantRows } from './every-column.js'
import { cityPermits } from './permits.js'

/** Microsoft's export of Core, where the folder with references lies beside the project. */
const coreExport = ['managed', 'unmanaged'].map(
  (kind) =>
    new URL(`../../../../../shared/reference/data/govcdm_core_1_0_1_0_${kind}.zip`, import.meta.url)
      .pathname,
)

describe('A solution package that the local Web API hosts', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-packages-'))
  })
  afterEach(async () => {
    await closeHosts()
    await rm(folder, { recursive: true, force: true })
  })

  it('may be a managed or unmanaged zip', async () => {
    for (const managed of [true, false]) {
      const file = join(folder, `permits-${String(managed)}.zip`)
      await writeFile(file, zipOf(packageFiles(cityPermits, { managed })))
      await rowsGoInAndOut(await openSolutions([file]), ['cty_district', 'cty_permit'])
    }
  })

  it('may be an unpacked folder', async () => {
    for (const [path, content] of unpackedFiles(cityPermits)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    await rowsGoInAndOut(await openSolutions([folder]), ['cty_district', 'cty_permit'])
  })

  it('is named where it cannot be read', async () => {
    await expectAsync(openSolutions([join(folder, 'none.zip')])).toBeRejectedWithError(/none\.zip/)
    await writeFile(join(folder, 'not.zip'), 'no zip')
    await expectAsync(openSolutions([join(folder, 'not.zip')])).toBeRejectedWithError(/not\.zip/)
  })

  for (const file of coreExport.filter(existsSync)) {
    it(`may be what the platform exported: ${file.slice(file.lastIndexOf('/') + 1)}`, async () => {
      const solutions = await openSolutions([file])
      const tables = solutions[0]?.tables.filter(({ include }) => include === 'all') ?? []
      expect(tables.length).toBe(23)
      await rowsGoInAndOut(solutions, [...tables.map(({ table }) => table.logicalName), 'contact'])
    }, 60_000)
  }
})

/** Creates, reads, expands, changes and deletes a full row of each table over HTTP. */
async function rowsGoInAndOut(
  solutions: readonly Solution[],
  names: readonly string[],
): Promise<void> {
  const { tables, choices } = withSolutions(localTables, solutions)
  const schema = hostedSchema(tables, choices)
  const { send } = await startHost({ solutions })
  await areDescribed(send, names)
  const ids = await plantRows(send, schema)
  for (const name of names) {
    const table = schema.tables.get(name)
    if (!table) throw new Error(`${name} is not hosted.`)
    await goesInAndOut(send, schema, table, ids)
  }
}

async function areDescribed(send: Send, names: readonly string[]): Promise<void> {
  const { json } = await send('GET', 'EntityDefinitions?$select=LogicalName')
  const described = (json['value'] as { LogicalName: string }[]).map((one) => one.LogicalName)
  const { text: csdl } = await send('GET', '$metadata')
  for (const name of names) {
    expect(described).toContain(name)
    expect(csdl).toContain(`<EntityType Name="${name}" `)
  }
}

async function goesInAndOut(
  send: Send,
  schema: HostedSchema,
  table: HostedTable,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const context = table.logicalName
  const { sent, read, expandable } = fullRow(schema, table, ids)
  const created = await send('POST', table.entitySetName, { ...sent, [table.primaryId]: rowId(1) })
  expect(created.message).withContext(context).toBe('')
  const address = `${table.entitySetName}(${idIn(created)})`

  const expand = expandable.length > 0 ? `?$expand=${expandable.join(',')}` : ''
  const { json, message } = await send('GET', `${address}${expand}`)
  expect(message).withContext(context).toBe('')
  expect(json).withContext(context).toEqual(jasmine.objectContaining(read))
  for (const property of expandable) expect(json[property]).withContext(property).toBeTruthy()
  for (const { kind, logicalName } of table.columns.values()) {
    if (kind === 'file' || kind === 'image') expect(json[logicalName]).toBeNull()
  }

  const { [table.primaryName]: _, ...clearable } = sent
  const cleared = Object.fromEntries(Object.keys(clearable).map((property) => [property, null]))
  expect((await send('PATCH', address, cleared)).message)
    .withContext(context)
    .toBe('')
  const { json: after } = await send('GET', address)
  for (const property of Object.keys(read)) {
    if (property !== table.primaryName) expect(after[property]).withContext(property).toBeNull()
  }

  expect((await send('DELETE', address)).status).toBe(204)
  expect((await send('GET', address)).status).toBe(404)
}
