import type { RowCreate, RowOutcome, RowUpdate, RowWriter } from '../row-writes.js'
import { isAsSeen, refusalOf, selectOf } from './outcome.js'

/** Requests side by side: as many as the platform's hint usually allows. */
const sideBySide = 4

/**
 * Writes through `context.webAPI`, which sends no If-Match: every row is read again and compared
 * right before it is written. A change between the two is not seen, so this is the second choice.
 */
export function webApiWriter(webApi: ComponentFramework.WebApi): RowWriter {
  return {
    update: (updates) => each(updates, (update) => updateRow(webApi, update)),
    create: (creates) => each(creates, (create) => createRow(webApi, create)),
  }
}

async function updateRow(
  webApi: ComponentFramework.WebApi,
  update: RowUpdate,
): Promise<RowOutcome> {
  const row = (await webApi.retrieveRecord(update.table, update.id, selectOf(update))) as Readonly<
    Record<string, unknown>
  >
  if (!isAsSeen(update, row)) return { outcome: 'overtaken' }
  await webApi.updateRecord(update.table, update.id, { ...update.changes })
  return { outcome: 'done', id: update.id }
}

async function createRow(
  webApi: ComponentFramework.WebApi,
  { table, values }: RowCreate,
): Promise<RowOutcome> {
  const { id } = await webApi.createRecord(table, { ...values })
  return { outcome: 'done', id }
}

async function each<Write>(
  writes: readonly Write[],
  write: (one: Write) => Promise<RowOutcome>,
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (let start = 0; start < writes.length; start += sideBySide) {
    const some = writes.slice(start, start + sideBySide)
    outcomes.push(...(await Promise.all(some.map((one) => write(one).catch(refusalOf)))))
  }
  return outcomes
}
