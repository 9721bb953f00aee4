import type { GlobalChoice } from '../../solution/model/index.js'
import type { Solution } from '../../solution/model/solution/index.js'
import { DataverseError, fetchTableDefinitions } from '../dataverse/index.js'
import type { DataverseClient } from '../dataverse/index.js'
import { objectsIn, textIn } from '../dataverse/metadata-requests.js'
import type { MetadataObject } from '../dataverse/metadata-requests.js'
import { read } from '../dataverse/read.js'
import { labelOf } from '../dataverse/table-definition.js'
import { queryText, textLiteral } from '../dataverse/url-text.js'
import { isRecord } from '../dataverse/wire.js'
import type { Environment, EnvironmentChoice, EnvironmentTable } from './environment.js'
import { neededChoices, neededTables } from './needed.js'

/**
 * Asks an environment for its tables, choices, publishers, solutions and apps of the names that the
 * solution has. Throws a `DataverseError` or `UnavailableError` where it cannot be asked.
 */
export async function readEnvironment(
  client: DataverseClient,
  solution: Solution,
): Promise<Environment> {
  return {
    tables: await readTables(client, neededTables(solution)),
    choices: await readChoices(client, neededChoices(solution)),
    publishers: await readPublishers(client, solution),
    solutions: await readSolutions(client, solution),
    apps: await readApps(client, solution),
  }
}

async function readTables(
  client: DataverseClient,
  names: readonly string[],
): Promise<Environment['tables']> {
  const definitions = await fetchTableDefinitions(client, names)
  const tables = new Map<string, EnvironmentTable | null>()
  for (const [name, definition] of definitions) {
    if (!definition) {
      tables.set(name, null)
      continue
    }
    const address = `EntityDefinitions(LogicalName=${encodeURIComponent(textLiteral(name))})`
    const select = queryText({
      $select: 'OwnershipType',
      $expand: 'Keys($select=LogicalName,KeyAttributes)',
    })
    const table = await client.send(read(`${address}${select}`, {}, ({ body }) => body))
    tables.set(name, {
      definition,
      ownership: isRecord(table) ? textIn(table, 'OwnershipType') : '',
      keys: objectsIn(table, 'Keys').map((key) => ({
        logicalName: textIn(key, 'LogicalName'),
        columns: textsIn(key, 'KeyAttributes'),
      })),
      choiceNames: await readChoiceNames(client, address),
    })
  }
  return tables
}

async function readChoiceNames(
  client: DataverseClient,
  address: string,
): Promise<ReadonlyMap<string, string>> {
  const query = queryText({ $select: 'LogicalName', $expand: 'GlobalOptionSet($select=Name)' })
  const path = `${address}/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata${query}`
  const columns = await client.send(read(path, {}, ({ body }) => objectsIn(body, 'value')))
  return new Map(
    columns.flatMap((column) => {
      const choice = column['GlobalOptionSet']
      return isRecord(choice) ? [[textIn(column, 'LogicalName'), textIn(choice, 'Name')]] : []
    }),
  )
}

function textsIn(object: MetadataObject, property: string): readonly string[] {
  const list = object[property]
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

async function readChoices(
  client: DataverseClient,
  choices: readonly GlobalChoice[],
): Promise<Environment['choices']> {
  const found = new Map<string, EnvironmentChoice | null>()
  for (const { name } of choices) {
    const path = `GlobalOptionSetDefinitions(Name=${encodeURIComponent(textLiteral(name))})`
    const choice = await unlessMissing(client.send(read(path, {}, ({ body }) => body)))
    found.set(
      name,
      choice === null ? null : { options: objectsIn(choice, 'Options').flatMap(option) },
    )
  }
  return found
}

function option(one: MetadataObject): EnvironmentChoice['options'] {
  const value = one['Value']
  return typeof value === 'number' ? [{ value, label: labelOf(one['Label']) ?? '' }] : []
}

/** Rows of one of the platform's own tables; null where the environment has no such table. */
async function rowsOf(
  client: DataverseClient,
  set: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly MetadataObject[] | null> {
  const path = `${set}${queryText(query)}`
  return unlessMissing(client.send(read(path, {}, ({ body }) => objectsIn(body, 'value'))))
}

async function readPublishers(
  client: DataverseClient,
  { publisher }: Solution,
): Promise<Environment['publishers']> {
  const rows = await rowsOf(client, 'publishers', {
    $select: 'uniquename,customizationprefix,customizationoptionvalueprefix',
    $filter:
      `customizationprefix eq ${textLiteral(publisher.prefix)} or ` +
      `uniquename eq ${textLiteral(publisher.uniqueName)}`,
  })
  return (
    rows?.map((row) => ({
      uniqueName: textIn(row, 'uniquename'),
      prefix: textIn(row, 'customizationprefix'),
      optionValuePrefix: Number(row['customizationoptionvalueprefix']),
    })) ?? null
  )
}

async function readSolutions(
  client: DataverseClient,
  { uniqueName }: Solution,
): Promise<Environment['solutions']> {
  const rows = await rowsOf(client, 'solutions', {
    $select: 'uniquename,version,ismanaged',
    $filter: `uniquename eq ${textLiteral(uniqueName)}`,
    $expand: 'publisherid($select=uniquename)',
  })
  return (
    rows?.map((row) => {
      const publisher = row['publisherid']
      return {
        uniqueName: textIn(row, 'uniquename'),
        version: textIn(row, 'version'),
        isManaged: row['ismanaged'] === true,
        publisher: isRecord(publisher) ? textIn(publisher, 'uniquename') : '',
      }
    }) ?? null
  )
}

async function readApps(client: DataverseClient, { apps }: Solution): Promise<Environment['apps']> {
  if (apps.length === 0) return []
  const rows = await rowsOf(client, 'appmodules', {
    $select: 'uniquename',
    $filter: apps.map((app) => `uniquename eq ${textLiteral(app.uniqueName)}`).join(' or '),
  })
  return rows?.map((row) => textIn(row, 'uniquename')) ?? null
}

async function unlessMissing<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof DataverseError && error.status === 404) return null
    throw error
  }
}
