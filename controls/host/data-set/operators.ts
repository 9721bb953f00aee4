/**
 * FetchXML's operator for each number of a data set's filter. Source:
 * https://learn.microsoft.com/power-apps/developer/component-framework/reference/conditionexpression
 */
const operators: Readonly<Record<number, string>> = {
  0: 'eq',
  1: 'ne',
  2: 'gt',
  3: 'lt',
  4: 'ge',
  5: 'le',
  6: 'like',
  8: 'in',
  12: 'null',
  14: 'yesterday',
  15: 'today',
  16: 'tomorrow',
  17: 'last-seven-days',
  18: 'next-seven-days',
  19: 'last-week',
  20: 'this-week',
  22: 'last-month',
  23: 'this-month',
  25: 'on',
  26: 'on-or-before',
  27: 'on-or-after',
  28: 'last-year',
  29: 'this-year',
  33: 'last-x-days',
  34: 'next-x-days',
  37: 'last-x-months',
  38: 'next-x-months',
}

/** Throws for a number that the host cannot send on, so that no filter is dropped in silence. */
export function operatorOf(conditionOperator: number): string {
  const operator = operators[conditionOperator]
  if (operator === undefined) {
    throw new Error(`The host knows no FetchXML operator for condition ${conditionOperator}.`)
  }
  return operator
}

/** Operators that take no value. */
export const withoutValue: ReadonlySet<string> = new Set([
  'null',
  'yesterday',
  'today',
  'tomorrow',
  'last-seven-days',
  'next-seven-days',
  'last-week',
  'this-week',
  'last-month',
  'this-month',
  'last-year',
  'this-year',
])
