/** One digit in each part, so that a part written with two is one that is always padded. */
const sample = new Date('2023-09-05T09:04:09Z')

/** How the locale orders and writes the parts of a date, in the platform's (.NET's) letters. */
export function datePattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).formatToParts(
    sample,
  )
  const hour = parts.some(({ type }) => type === 'dayPeriod') ? 'h' : 'H'
  return parts.map((part) => letters(part, hour)).join('')
}

/** What stands between the parts of that type and the next one: `/`, `.`, `:` ... */
export function separatorAfter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).formatToParts(
    sample,
  )
  return parts[parts.findIndex((part) => part.type === type) + 1]?.value ?? ''
}

/** 0: Sunday. Locales that the browser knows no week of begin it on Sunday, as in the US. */
export function firstDayOfWeek(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const { weekInfo } = new Intl.Locale(locale) as { weekInfo?: { readonly firstDay: number } }
  return ((weekInfo?.firstDay ?? 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}

/** Half of the day, in the locale's words: `AM`, `p. m.` */
export function halfOfDay(locale: string, hour: number): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    hour12: true,
  }).formatToParts(new Date(Date.UTC(2023, 0, 1, hour)))
  return parts.find(({ type }) => type === 'dayPeriod')?.value ?? ''
}

function letters({ type, value }: Intl.DateTimeFormatPart, hour: string): string {
  if (type === 'literal') return value.replace(/\s/g, ' ').replace(/\p{L}+/gu, "'$&'")
  if (type === 'month' && !/^\p{Nd}+$/u.test(value)) return 'MMMM'
  if (type === 'hour') return padded(hour, value)
  const letter = partLetters[type]
  return letter?.length === 1 ? padded(letter, value) : (letter ?? '')
}

/** A single letter is one that is padded where the locale does so. */
const partLetters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
  weekday: 'dddd',
  day: 'd',
  month: 'M',
  year: 'yyyy',
  minute: 'mm',
  second: 'ss',
  dayPeriod: 'tt',
}

const padded = (letter: string, value: string) => (value.length > 1 ? letter + letter : letter)
