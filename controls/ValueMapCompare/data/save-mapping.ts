import type { RowOutcome, RowWriter } from '../../shared/row-writes.js'
import type { Mapping } from '../model/mapping.js'
import { limits, mapTable } from './map-columns.js'
import { keyOf } from './mapping-key.js'

/** A mapping as a person wants it; `before`: as they saw it, absent for a new one. */
export interface MappingChange {
  readonly before?: Mapping
  readonly after: Omit<Mapping, 'id'>
}

export type SaveOutcome =
  | { readonly outcome: 'done'; readonly mapping: Mapping }
  | Exclude<RowOutcome, { readonly outcome: 'done' }>

/** Writes a new mapping as the API would have made it, or the columns that changed. Never rejects. */
export async function saveMapping(
  writer: RowWriter,
  { before, after }: MappingChange,
): Promise<SaveOutcome> {
  const wanted = { ...after, confidence: rounded(after.confidence) }
  const outcome = before ? await update(writer, before, wanted) : await create(writer, wanted)
  return outcome.outcome === 'done'
    ? { outcome: 'done', mapping: { ...wanted, id: outcome.id } }
    : outcome
}

async function create(writer: RowWriter, after: Omit<Mapping, 'id'>): Promise<RowOutcome> {
  const key = await keyOf(after)
  const name = [after.codeList, after.system, after.sourceCode].filter(Boolean).join(' ')
  const values = {
    ...(key ? { [mapTable.id]: key.id, [mapTable.keyHash]: key.keyHash } : {}),
    [mapTable.name]: name,
    ...columnsOf(after),
  }
  const { table, entitySet } = mapTable
  return first(await writer.create([{ table, entitySet, values }]))
}

/** A row keeps its id and name; its Key Hash follows its source code. */
async function update(
  writer: RowWriter,
  before: Mapping,
  after: Omit<Mapping, 'id'>,
): Promise<RowOutcome> {
  const seen = columnsOf(before)
  const changed = Object.entries(columnsOf(after)).filter(([name, value]) => value !== seen[name])
  if (changed.length === 0) return { outcome: 'done', id: before.id }
  const key = after.sourceCode === before.sourceCode ? undefined : await keyOf(after)
  const changes = {
    ...Object.fromEntries(changed),
    ...(key ? { [mapTable.keyHash]: key.keyHash } : {}),
  }
  const { table, entitySet } = mapTable
  return first(
    await writer.update([{ table, entitySet, id: before.id, changes, seen: { values: seen } }]),
  )
}

function first([outcome]: readonly RowOutcome[]): RowOutcome {
  return outcome ?? { outcome: 'refused', message: '' }
}

/** Text that is empty is no text to the platform. */
function columnsOf(mapping: Omit<Mapping, 'id'>): Readonly<Record<string, string | number | null>> {
  return {
    [mapTable.codeList]: mapping.codeList,
    [mapTable.system]: mapping.system || null,
    [mapTable.sourceCode]: mapping.sourceCode,
    [mapTable.sourceLabel]: mapping.sourceLabel || null,
    [mapTable.canonicalCode]: mapping.canonicalCode,
    [mapTable.canonicalLabel]: mapping.canonicalLabel || null,
    [mapTable.confidence]: mapping.confidence,
  }
}

function rounded(confidence: number | null): number | null {
  return confidence === null ? null : Number(confidence.toFixed(limits.precision))
}
