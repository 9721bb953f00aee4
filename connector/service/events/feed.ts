import type { DataverseClient, Operation, Page } from '../../dataverse/index.js'
import type { subscriptionEvent } from '../../../solution/tables/index.js'
import { utcSeconds } from '../http/formats.js'

/** What triggers wait for, by the names that subscriptions have for it. */
export type EventName = keyof typeof subscriptionEvent

/** Which events are meant. Absent: any. */
export interface EventFilters {
  readonly sourceSystemKey?: string
  readonly targetTable?: string
  /** Labels of a job's or an entry's status. */
  readonly statuses?: readonly string[]
}

/** A row by which something happened: a job, a ledger entry. */
export interface Unit {
  readonly id: string
  /** When it happened, in seconds since 1970: what rows are ordered by. Never changes for a `key`. */
  readonly time: number
  /** Says what happened to which row; no two events have the same. */
  readonly key: string
  readonly sourceSystemKey: string
  readonly targetTable?: string
  /** Label of the status. */
  readonly status?: string
}

/** Units from a second on, and before another. */
export interface Stretch {
  readonly from: number
  readonly until?: number
}

/** What is sent: `eventId` is the same whenever the same event is sent again. */
export interface TriggerEvent {
  readonly eventId: string
  readonly occurredDateTime: string
  /** Whether long texts were cut. */
  readonly isShortened: boolean
}

/** An event and the unit it is of. */
export interface UnitEvent {
  readonly unit: Unit
  readonly event: TriggerEvent
}

export interface ExpandedUnits {
  readonly events: readonly UnitEvent[]
  /** Where the events of the last unit go on; undefined: these are all. */
  readonly cookie: string | undefined
}

/** Where the events of one kind come from. */
export interface Feed {
  readonly event: EventName
  /**
   * How much later than its time, in milliseconds, a row may become visible: the longest transaction,
   * or the longest that its writer keeps trying, and how far clocks may be apart.
   */
  readonly lateMs: number
  /** Most units that are told together. */
  readonly atOnce: number
  /** The units of a stretch in the order of their time, as far as the platform can tell them apart. */
  readonly units: (
    stretch: Stretch,
    filters: EventFilters,
    pageSize: number,
  ) => Operation<Page<Unit>>
  /** The events of units with what the client's user may see of them; none of what they may not. */
  readonly expand: (
    client: DataverseClient,
    units: readonly Unit[],
    cookie: string | undefined,
  ) => Promise<ExpandedUnits>
}

/** Whether a unit is one that was asked for, character by character. */
export function isMeant(unit: Unit, { sourceSystemKey, targetTable, statuses }: EventFilters) {
  return (
    (sourceSystemKey === undefined || unit.sourceSystemKey === sourceSystemKey) &&
    (targetTable === undefined || unit.targetTable === targetTable) &&
    (statuses === undefined || statuses.includes(unit.status ?? ''))
  )
}

/** The same operation with each row as a unit; rows that make none are left out. */
export function asUnits<Row>(
  operation: Operation<Page<Row>>,
  unitOf: (row: Row) => Unit | undefined,
): Operation<Page<Unit>> {
  return {
    ...operation,
    decode: (answer) => {
      const page = operation.decode(answer)
      return { ...page, rows: page.rows.flatMap((row) => unitOf(row) ?? []) }
    },
  }
}

/** Longest text of an event in characters: who needs more reads the row. */
const longestText = 4_000

/**
 * An event of a unit. `content` holds rows as answers have them; their long texts are cut, so that
 * no event is larger than receivers take.
 */
export function eventOf(
  unit: Unit,
  eventId: string,
  content: Readonly<Record<string, string | object>>,
): UnitEvent {
  const occurredDateTime = utcSeconds(dateOf(unit.time))
  let isShortened = false
  const cut = (_: string, value: unknown) => {
    if (typeof value !== 'string' || value.length <= longestText) return value
    isShortened = true
    return value.slice(0, longestText)
  }
  const shown = JSON.parse(JSON.stringify(content, cut)) as object
  return { unit, event: { eventId, occurredDateTime, isShortened, ...shown } }
}

/** A time as units have it. */
export function seconds(time: Date | number): number {
  return Math.floor(new Date(time).getTime() / 1_000)
}

/** The time of a unit as rows have it. */
export function dateOf(time: number): Date {
  return new Date(time * 1_000)
}
