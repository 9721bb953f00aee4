/** A wall clock's reading, written as the milliseconds at which a clock in UTC reads the same. */
export type WallTime = number

/** How a date column behaves: the platform's numbers. */
export const behaviour = { userLocal: 1, dateOnly: 2, timeZoneIndependent: 3 } as const

export interface DateRules {
  /** The platform's `Behavior` of the column. */
  readonly behavior: number
  readonly hasTime: boolean
  /** Minutes that the user's time is ahead of UTC at this instant. */
  readonly minutesAhead: (at: Date) => number
}

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * What the user's clock or calendar reads for a value that the platform hands out. User-local values
 * are instants; the others read the same everywhere, and come as UTC.
 */
export function wallTimeOf(raw: Date, { behavior, hasTime, minutesAhead }: DateRules): WallTime {
  if (behavior === behaviour.userLocal) {
    const wall = raw.getTime() + minutesAhead(raw) * minuteMs
    return hasTime ? wall : startOfDay(wall)
  }
  if (hasTime) return raw.getTime()
  // What was put out, and not saved yet, comes back as midnight of the browser's clock.
  return raw.getTime() % dayMs === 0 ? raw.getTime() : startOfDay(browserWallTime(raw))
}

/**
 * The value to put out: the platform reads it off the browser's clock, whatever the user's time zone
 * and the column's behaviour. (Controls in use do it so; it is not written down.)
 */
export function dateFromWall(wall: WallTime): Date {
  const at = new Date(wall)
  const date = new Date(2000, 0, 1)
  // The constructor would take the years 0 to 99 for 1900 to 1999.
  date.setFullYear(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  date.setHours(at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds(), 0)
  return date
}

/** What the browser's clock reads at this instant. */
export function browserWallTime(at: Date): WallTime {
  const wall = new Date(0)
  wall.setUTCFullYear(at.getFullYear(), at.getMonth(), at.getDate())
  wall.setUTCHours(at.getHours(), at.getMinutes(), at.getSeconds())
  return wall.getTime()
}

export function startOfDay(wall: WallTime): WallTime {
  return Math.floor(wall / dayMs) * dayMs
}

/** The day's wall time with the time of day of another. */
export function withTimeOf(day: WallTime, time: WallTime): WallTime {
  return startOfDay(day) + (time - startOfDay(time))
}
