import { DataverseError } from '../errors.js'
import type { JsonRow } from '../write/index.js'
import { faultActions } from './fault-rule.js'
import type { FaultRule } from './fault-rule.js'

/** What a rule looks at. */
export interface FaultSubject {
  readonly method: string
  /** Below the service root, with its query. */
  readonly url: string
  readonly body: Buffer
}

interface ArmedRule {
  readonly rule: FaultRule
  matches: number
}

/** The faults to inject, on demand. None by default. */
export class Faults {
  #rules: ArmedRule[] = []

  add(...rules: readonly FaultRule[]): void {
    for (const rule of rules) {
      if (!faultActions.includes(rule.action)) {
        throw new DataverseError('invalidArgument', `Unknown fault action '${rule.action}'.`)
      }
      this.#rules.push({ rule, matches: 0 })
    }
  }

  clear(): void {
    this.#rules = []
  }

  get rules(): readonly FaultRule[] {
    return this.#rules.map(({ rule }) => rule)
  }

  /** The fault for this request, counting it as a match of every rule it matches. */
  next(subject: FaultSubject): FaultRule | undefined {
    if (this.#rules.length === 0) return undefined
    let found: FaultRule | undefined
    for (const armed of this.#rules) {
      if (armed.rule.action === 'refuseRow' || !isMatch(armed.rule, subject)) continue
      if (isDue(armed)) found ??= armed.rule
    }
    return found
  }

  /** Throws when a rule refuses the row, as a plug-in would. */
  readonly guardRow = (table: string, row: JsonRow): void => {
    for (const armed of this.#rules) {
      const { rule } = armed
      if (rule.action !== 'refuseRow' || rule.column === undefined) continue
      if (rule.table !== undefined && rule.table !== table) continue
      if (row[rule.column] !== rule.value || !isDue(armed)) continue
      throw new DataverseError(
        'plugInRefused',
        rule.message ?? `A plug-in refused ${rule.column} = ${JSON.stringify(rule.value)}.`,
        {},
        rule,
      )
    }
  }
}

function isMatch(rule: FaultRule, { method, url, body }: FaultSubject): boolean {
  return (
    (rule.method === undefined || rule.method === method) &&
    (rule.url === undefined || url.includes(rule.url)) &&
    (rule.body === undefined || body.includes(rule.body))
  )
}

/** Counts a match; true when it is one of those the rule is for. */
function isDue(armed: ArmedRule): boolean {
  const { action, nth = 1, times = action === 'refuseRow' ? Infinity : 1 } = armed.rule
  armed.matches += 1
  return armed.matches >= nth && armed.matches < nth + times
}
