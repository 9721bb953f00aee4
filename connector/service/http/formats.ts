const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isGuid(text: string): boolean {
  return guid.test(text)
}

const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/** The earliest and latest year that Dataverse takes in a date. */
const firstYear = 1753
const lastYear = 9999

/** A point in time with its zone, a day that exists, in the years that Dataverse keeps. */
export function isDateTime(text: string): boolean {
  const [, year, month, day] = dateTime.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const utcYear = new Date(text).getUTCFullYear()
  return isDay && utcYear >= firstYear && utcYear <= lastYear
}

/** A time as Dataverse keeps it and as we answer it: UTC, whole seconds. */
export function utcSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
