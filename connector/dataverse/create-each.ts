import { rawCreateMultiple } from './bulk.js'
import type { RawBulkRow } from './bulk.js'
import { notRun } from './client.js'
import type { DataverseClient, RowOutcome, SendOptions } from './client.js'
import {
  DataverseError,
  isDuplicateKey,
  isDuplicateRecord,
  isPrivilegeDenied,
  isTransient,
  ProtocolError,
} from './errors.js'
import { chunksForIn, guid, rawFilter } from './filter.js'
import { maxRowsPerBulk } from './limits.js'
import { rawQuery } from './raw-read.js'
import { rawCreate } from './write.js'
import type { RawTarget } from './write.js'

type Sender = Pick<DataverseClient, 'send' | 'batch'>

interface Run {
  readonly client: Sender
  readonly target: RawTarget
  readonly options: SendOptions
  readonly outcomes: Map<RawBulkRow, RowOutcome>
  /** Refused bulk messages before what is left is created one by one. */
  refusalsLeft: number
}

/** So few rows are told apart by one batch of single creates rather than by bisecting further. */
const rowsPerSingles = 8

/** Two refused rows among 1,000 are found by bisecting; with more, single creates cost less. */
const refusalsPerBulk = 16

/** See `DataverseClient.createEach`. */
export async function createEach(
  client: Sender,
  target: RawTarget,
  rows: readonly RawBulkRow[],
  options: SendOptions = {},
): Promise<readonly RowOutcome[]> {
  const outcomes = new Map<RawBulkRow, RowOutcome>()
  for (let start = 0; start < rows.length; start += maxRowsPerBulk) {
    const run: Run = { client, target, options, outcomes, refusalsLeft: refusalsPerBulk }
    await createAll(run, rows.slice(start, start + maxRowsPerBulk))
  }
  return rows.map((row) => {
    const outcome = outcomes.get(row)
    if (outcome === undefined) throw new ProtocolError(`Row ${row.id} was left without an answer.`)
    return outcome
  })
}

async function createAll(run: Run, rows: readonly RawBulkRow[]): Promise<void> {
  const error = await tryBulk(run, rows)
  if (error) await createRefused(run, rows, error)
}

/** Rows that the platform refused together: finds out about each. */
async function createRefused(
  run: Run,
  rows: readonly RawBulkRow[],
  error: DataverseError,
): Promise<void> {
  if (isDuplicate(error)) {
    const absent = await withoutPresent(run, rows)
    if (absent.length < rows.length) return createAll(run, absent)
  }
  if (rows.length === 1) {
    for (const row of rows) run.outcomes.set(row, { refused: error })
    return
  }
  if (rows.length <= rowsPerSingles || run.refusalsLeft <= 0 || isPrivilegeDenied(error)) {
    return createSingly(run, rows)
  }
  const middle = Math.ceil(rows.length / 2)
  const first = rows.slice(0, middle)
  const second = rows.slice(middle)
  const firstError = await tryBulk(run, first)
  if (!firstError) return createRefusedHalf(run, second, error)
  await createRefused(run, first, firstError)
  await createAll(run, second)
}

/** Of a row that is there already the platform may name the id or another of its keys. */
function isDuplicate(error: DataverseError): boolean {
  return isDuplicateRecord(error) || isDuplicateKey(error)
}

/** The half that must hold the refused row, since the other half was created. */
async function createRefusedHalf(
  run: Run,
  rows: readonly RawBulkRow[],
  error: DataverseError,
): Promise<void> {
  return rows.length === 1 ? createAll(run, rows) : createRefused(run, rows, error)
}

/** Null when all rows were created. Throws what has nothing to do with single rows. */
async function tryBulk(run: Run, rows: readonly RawBulkRow[]): Promise<DataverseError | null> {
  if (rows.length === 0) return null
  try {
    await run.client.send(rawCreateMultiple(run.target, rows), run.options)
  } catch (error) {
    if (!(error instanceof DataverseError) || error.status === 401 || isTransient(error))
      throw error
    run.refusalsLeft--
    return error
  }
  for (const row of rows) run.outcomes.set(row, 'created')
  return null
}

/** One batch of single creates: each row has its own answer. */
async function createSingly(run: Run, rows: readonly RawBulkRow[]): Promise<void> {
  const answers = await run.client.batch(
    rows.map(({ id, row }) => rawCreate(run.target, id, row)),
    { ...run.options, continueOnError: true, repeatable: true },
  )
  const duplicates: RawBulkRow[] = []
  for (const [index, row] of rows.entries()) {
    const answer = answers[index]
    if (answer?.ok) run.outcomes.set(row, 'created')
    else if (answer && answer.error !== notRun) {
      run.outcomes.set(row, { refused: answer.error })
      if (isDuplicate(answer.error)) duplicates.push(row)
    }
  }
  if (duplicates.length > 0) await withoutPresent(run, duplicates)
}

/** Marks the rows whose ids are there already, and returns the others. */
async function withoutPresent(
  { client, target, options, outcomes }: Run,
  rows: readonly RawBulkRow[],
): Promise<readonly RawBulkRow[]> {
  const ids = rows.map(({ id }) => guid(id))
  const { entitySetName, primaryId } = target
  const pages = await client.batch(
    chunksForIn(ids, 'guid').map((values) =>
      rawQuery({ entitySetName, select: [primaryId], filter: rawFilter.in(primaryId, values) }),
    ),
    options,
  )
  const present = new Set<string>()
  for (const page of pages) {
    if (!page.ok) throw page.error === notRun ? new Error('A look-up was not run.') : page.error
    for (const row of page.value.rows) present.add(String(row[primaryId]).toLowerCase())
  }
  const isPresent = ({ id }: RawBulkRow) => present.has(id.toLowerCase())
  for (const row of rows) if (isPresent(row)) outcomes.set(row, 'present')
  return rows.filter((row) => !isPresent(row))
}
