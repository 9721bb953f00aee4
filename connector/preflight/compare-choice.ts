import type { GlobalChoice, Options } from '../../solution/model/index.js'
import type { EnvironmentChoice } from './environment.js'
import { conflict } from './finding.js'
import type { Finding } from './finding.js'

/** A global choice that is there. Values that only one side has are no conflict: they are kept. */
export function compareChoice(choice: GlobalChoice, there: EnvironmentChoice): readonly Finding[] {
  return compareOptions(choice.name, choice.options, there.options)
}

/** Options of the same value and another label, or of the same label and another value. */
export function compareOptions(
  place: string,
  options: Options,
  there: EnvironmentChoice['options'],
): readonly Finding[] {
  const labels = new Map(there.map(({ value, label }) => [value, label]))
  return Object.values(options).flatMap(({ value, label }) => {
    const found = labels.get(value)
    if (found === label) return []
    if (found !== undefined) {
      const advice = 'Rows would mean something else: relabel or remove the option that is there.'
      return [conflict(`${place} ${value}`, `'${found}'`, `'${label}'`, advice)]
    }
    const twin = there.find((one) => one.label === label)
    if (!twin) return []
    const advice = 'Two options would have one label: remove the one that is there.'
    return [conflict(`${place} '${label}'`, String(twin.value), String(value), advice)]
  })
}
