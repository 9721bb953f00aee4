const pattern = /^([+-]?)(\d{1,40})(?:\.(\d{1,400}))?(?:[eE]([+-]?\d{1,3}))?$/

/** A decimal number as exact text: digits before and after the point, and the sign. */
export interface DecimalText {
  /** Without trailing zeros, `-0` or a plus sign: `-12.5`. */
  readonly text: string
  /** True when digits other than zero were cut off by rounding. */
  readonly rounded: boolean
}

/**
 * Reads `12`, `-0.50`, `1e3` and rounds half away from zero to `precision` digits after the point.
 * Exact: no binary fractions on the way. Undefined when the text is no such number.
 */
export function decimalText(input: string, precision: number): DecimalText | undefined {
  const match = pattern.exec(input)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const { left, right } = shifted(whole, fraction, Number(exponent))
  const kept = right.slice(0, precision)
  const cut = right.slice(precision)
  const digits = BigInt(left + kept) + (cut >= '5' ? 1n : 0n)
  return { text: withPoint(sign === '-', digits, kept.length), rounded: /[1-9]/.test(cut) }
}

function shifted(whole: string, fraction: string, by: number): { left: string; right: string } {
  if (by === 0) return { left: whole, right: fraction }
  const digits = whole + fraction
  const point = whole.length + by
  if (point <= 0) return { left: '0', right: '0'.repeat(-point) + digits }
  return { left: digits.slice(0, point).padEnd(point, '0'), right: digits.slice(point) }
}

function withPoint(negative: boolean, digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, '0')
  const whole = text.slice(0, text.length - decimals)
  const fraction = text.slice(text.length - decimals).replace(/0+$/, '')
  const number = fraction === '' ? whole : `${whole}.${fraction}`
  return negative && digits !== 0n ? `-${number}` : number
}
