/** A span of time relative to now: from `from` (included) to `to` (not included), in UTC. */
export interface DateWindow {
  /** Whether the function takes a number of units. */
  readonly counted: boolean
  /** The bounds that are checked; a window with one side is open at the other. */
  readonly sides: readonly ('from' | 'to')[]
  readonly bounds: (now: Date, count: number) => { readonly from: Date; readonly to: Date }
}

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const milliseconds = { minute: 60_000, hour: 3_600_000 } as const

/** The start of the minute, hour, day, week (Sunday), month or year that holds the instant. */
function startOf(unit: Unit, instant: Date): Date {
  const [year, month, day] = [instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()]
  switch (unit) {
    case 'minute':
    case 'hour':
      return new Date(Math.floor(instant.getTime() / milliseconds[unit]) * milliseconds[unit])
    case 'day':
      return new Date(Date.UTC(year, month, day))
    case 'week':
      return new Date(Date.UTC(year, month, day - instant.getUTCDay()))
    case 'month':
      return new Date(Date.UTC(year, month, 1))
    case 'year':
      return new Date(Date.UTC(year, 0, 1))
  }
}

/** The instant moved by a number of units; days of a shorter month end on its last. */
function moved(unit: Unit, instant: Date, count: number): Date {
  switch (unit) {
    case 'minute':
    case 'hour':
      return new Date(instant.getTime() + count * milliseconds[unit])
    case 'day':
      return new Date(instant.getTime() + count * 24 * milliseconds.hour)
    case 'week':
      return new Date(instant.getTime() + count * 7 * 24 * milliseconds.hour)
    case 'month':
      return movedByMonths(instant, count)
    case 'year':
      return movedByMonths(instant, count * 12)
  }
}

function movedByMonths(instant: Date, months: number): Date {
  const result = new Date(instant.getTime())
  result.setUTCDate(1)
  result.setUTCMonth(result.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0))
  result.setUTCDate(Math.min(instant.getUTCDate(), lastDay.getUTCDate()))
  return result
}

/** The unit that lies `offset` units from the one that holds now: yesterday is (day, -1). */
function calendar(unit: Unit, offset: number): DateWindow {
  return {
    counted: false,
    sides: ['from', 'to'],
    bounds: (now) => {
      const start = startOf(unit, now)
      return { from: moved(unit, start, offset), to: moved(unit, start, offset + 1) }
    },
  }
}

/** From the start of the day (for hours: of the hour) `count` units ago until now. */
function last(unit: Unit, fixed?: number): DateWindow {
  return {
    counted: fixed === undefined,
    sides: ['from', 'to'],
    bounds: (now, count) => ({
      from: startOf(unit === 'hour' ? 'hour' : 'day', moved(unit, now, -(fixed ?? count))),
      to: afterSecond(now),
    }),
  }
}

/** From now until the end of the day (for hours: of the hour) in `count` units. */
function next(unit: Unit, fixed?: number): DateWindow {
  return {
    counted: fixed === undefined,
    sides: ['from', 'to'],
    bounds: (now, count) => {
      const step = unit === 'hour' ? 'hour' : 'day'
      const end = startOf(step, moved(unit, now, fixed ?? count))
      return { from: now, to: moved(step, end, 1) }
    },
  }
}

function olderThan(unit: Unit): DateWindow {
  return {
    counted: true,
    sides: ['to'],
    bounds: (now, count) => {
      const limit = moved(unit, now, -count)
      const exact = unit === 'minute' || unit === 'hour'
      return { from: limit, to: exact ? limit : startOf('day', limit) }
    },
  }
}

/** The second that holds now belongs to what is past. */
function afterSecond(now: Date): Date {
  return new Date((Math.floor(now.getTime() / 1000) + 1) * 1000)
}

/** The platform's date functions by name, but for those on fiscal periods. */
export const dateWindows: ReadonlyMap<string, DateWindow> = new Map([
  ['Yesterday', calendar('day', -1)],
  ['Today', calendar('day', 0)],
  ['Tomorrow', calendar('day', 1)],
  ['LastWeek', calendar('week', -1)],
  ['ThisWeek', calendar('week', 0)],
  ['NextWeek', calendar('week', 1)],
  ['LastMonth', calendar('month', -1)],
  ['ThisMonth', calendar('month', 0)],
  ['NextMonth', calendar('month', 1)],
  ['LastYear', calendar('year', -1)],
  ['ThisYear', calendar('year', 0)],
  ['NextYear', calendar('year', 1)],
  ['Last7Days', last('day', 7)],
  ['Next7Days', next('day', 7)],
  ['LastXHours', last('hour')],
  ['LastXDays', last('day')],
  ['LastXWeeks', last('week')],
  ['LastXMonths', last('month')],
  ['LastXYears', last('year')],
  ['NextXHours', next('hour')],
  ['NextXDays', next('day')],
  ['NextXWeeks', next('week')],
  ['NextXMonths', next('month')],
  ['NextXYears', next('year')],
  ['OlderThanXMinutes', olderThan('minute')],
  ['OlderThanXHours', olderThan('hour')],
  ['OlderThanXDays', olderThan('day')],
  ['OlderThanXWeeks', olderThan('week')],
  ['OlderThanXMonths', olderThan('month')],
  ['OlderThanXYears', olderThan('year')],
])
