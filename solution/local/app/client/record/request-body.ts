import type { Services } from '../services.js'
import { readReference } from '../lookup/reference.js'
import { readText } from './draft.js'
import type { Draft } from './draft.js'

/** The body of a request that writes a draft without problems. */
export type RequestBody = Readonly<Record<string, string | number | boolean | null>>

/**
 * What to send for a draft. `before`: the texts of the row as it was read, which tell by which table
 * a lookup that is cleared was filled.
 */
export async function requestBody(
  table: string,
  draft: Draft,
  before: Draft,
  { tables, navigation }: Services,
): Promise<RequestBody> {
  const [{ columns }, properties] = await Promise.all([tables.read(table), navigation.read(table)])
  const parts = Object.entries(draft).map(async ([name, text]) => {
    const column = columns.get(name)
    const reading = column && readText(column, text)
    if (!reading || 'problem' in reading) return []
    if ('value' in reading) return [[name, reading.value] as const]
    const targets = properties.get(name) ?? new Map<string, string>()
    const { reference } = reading
    const target = reference?.table ?? readReference(before[name] ?? '')?.table
    const property = targets.get(target ?? '') ?? [...targets.values()][0]
    if (property === undefined) {
      throw new Error(`${column.label} (${name}) of ${table} cannot be written: no relationship.`)
    }
    const bind = `${property}@odata.bind`
    if (!reference) return [[bind, null] as const]
    const { entitySetName } = await tables.read(reference.table)
    return [[bind, `/${entitySetName}(${reference.id})`] as const]
  })
  return Object.fromEntries((await Promise.all(parts)).flat())
}
