import type { Formats } from '../view/props.js'

/** How this user writes numbers and days, and which time zone is theirs. */
export function formatsOf({
  formatting,
  userSettings,
}: Pick<ComponentFramework.Context<unknown>, 'formatting' | 'userSettings'>): Formats {
  const offsets = new Map<number, number>()
  return {
    integer: (value) => formatting.formatInteger(value),
    day: (at) => formatting.formatDateLong(new Date(at)),
    minutesAhead: (at) => {
      // Offsets change on the quarter hour at most, and entries come in thousands.
      const quarter = Math.floor(at / 900_000)
      const known = offsets.get(quarter)
      if (known !== undefined) return known
      const minutes = userSettings.getTimeZoneOffsetMinutes(new Date(at))
      offsets.set(quarter, minutes)
      return minutes
    },
  }
}
