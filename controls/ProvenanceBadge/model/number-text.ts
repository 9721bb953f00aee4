/** How the user writes numbers. */
export interface NumberStyle {
  readonly decimalSeparator: string
  readonly groupSeparator: string
  /** Digits of the groups from the decimal separator on; the last size repeats. */
  readonly groupSizes: readonly number[]
  readonly negativeSign: string
  /** The digits 0 to 9 of the user's script. */
  readonly nativeDigits: readonly string[]
}

export type NumberReading =
  | { readonly value: number }
  /** Not a number as this user writes them; more decimals than the column has; too long to be exact. */
  | { readonly problem: 'notNumber' | 'tooPrecise' | 'notExact' }

/**
 * Reads a number that a person typed or that was formatted for them: groups must be whole groups, so
 * that a decimal comma of another country is never taken for one. `symbol`: a currency's, ignored.
 */
export function readNumber(
  text: string,
  style: NumberStyle,
  { precision, symbol = '' }: { readonly precision: number; readonly symbol?: string },
): NumberReading {
  const bare = plain(symbol === '' ? text : text.replace(symbol, ''), style)
  const bracketed = /^\((.*)\)$/.exec(bare)
  const unsigned = (bracketed?.[1] ?? bare).replace(/^-|-$/, '')
  const isNegative = bracketed !== null || unsigned !== bare
  const [whole = '', decimals = '', ...more] = unsigned.split(plain(style.decimalSeparator, style))
  const digits = withoutGroups(whole, style)
  if (more.length > 0 || digits === undefined || !/^\d*$/.test(decimals)) return notNumber
  if (digits === '' && decimals === '') return notNumber
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > precision) return { problem: 'tooPrecise' }
  const value = Number(`${isNegative ? '-' : ''}${digits || '0'}.${kept || '0'}`)
  const isExact = significant(digits + kept).length <= 15 || exactly(value, kept.length) === value
  return isExact ? { value: value === 0 ? 0 : value } : { problem: 'notExact' }
}

const notNumber: NumberReading = { problem: 'notNumber' }

const significant = (digits: string): string => digits.replace(/^0+|0+$/g, '')

/** More than 15 digits survive only as whole numbers that the platform's doubles can hold. */
const exactly = (value: number, decimals: number): number =>
  decimals === 0 && Number.isSafeInteger(value) ? value : Number.NaN

/** In ASCII, without spaces of any kind (some of them group digits) and marks of direction. */
function plain(text: string, { negativeSign, nativeDigits }: NumberStyle): string {
  let ascii = text
  if (nativeDigits.length === 10) {
    nativeDigits.forEach((digit, value) => (ascii = ascii.replaceAll(digit, String(value))))
  }
  return ascii
    .replaceAll(negativeSign, '-')
    .replace(/\u2212/g, '-')
    .replace(/[\s\u200e\u200f\u061c]/g, '')
}

/** The digits of the whole part; undefined where it holds anything else, or a group is not whole. */
function withoutGroups(whole: string, style: NumberStyle): string | undefined {
  const separator = plain(style.groupSeparator, style)
  const groups = separator === '' ? [whole] : whole.split(separator)
  if (groups.some((group) => !/^\d*$/.test(group))) return undefined
  const [first = '', ...others] = groups
  if (others.length === 0) return first
  const sizes = style.groupSizes.length > 0 ? style.groupSizes : [3]
  const sizeOf = (index: number) => sizes[Math.min(index, sizes.length - 1)] ?? 3
  const inward = [...others].reverse()
  const isWhole = inward.every((group, index) => group.length === sizeOf(index))
  const isLed = first.length > 0 && first.length <= sizeOf(others.length)
  return isWhole && isLed ? groups.join('') : undefined
}
