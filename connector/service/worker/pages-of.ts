import { notRun } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Outcome, Page } from '../../dataverse/index.js'

/** The value of an operation that a batch ran. Throws the platform's error where it was refused. */
export function valueOf<Result>(outcome: Outcome<Result> | undefined): Result {
  if (outcome?.ok) return outcome.value
  const error = outcome?.error ?? notRun
  throw error === notRun ? new Error('An earlier operation of the batch failed.') : error
}

/** All rows of several queries: their first pages in one `$batch`, further pages one by one. */
export async function pagesOf<Row>(
  client: DataverseClient,
  queries: readonly Operation<Page<Row>>[],
): Promise<readonly (readonly Row[])[]> {
  if (queries.length === 0) return []
  const outcomes = await client.batch(queries, { repeatable: true })
  const all: (readonly Row[])[] = []
  for (const [index, query] of queries.entries()) {
    all.push(await allRows(client, query, valueOf(outcomes[index])))
  }
  return all
}

/** The rows of a query's first page and of those that follow it. */
export async function allRows<Row>(
  client: DataverseClient,
  query: Operation<Page<Row>>,
  first: Page<Row>,
): Promise<readonly Row[]> {
  if (first.nextLink === null) return first.rows
  const rows = [...first.rows]
  for await (const page of client.pages(query, { from: first.nextLink })) rows.push(...page.rows)
  return rows
}

/** Two kinds of queries in one `$batch`; the answers of each kind in their order. */
export async function pagesOfBoth<A, B>(
  client: DataverseClient,
  first: readonly Operation<Page<A>>[],
  second: readonly Operation<Page<B>>[],
): Promise<readonly [readonly (readonly A[])[], readonly (readonly B[])[]]> {
  const pages = await pagesOf<A | B>(client, [...first, ...second])
  return [
    pages.slice(0, first.length) as readonly (readonly A[])[],
    pages.slice(first.length) as readonly (readonly B[])[],
  ]
}
