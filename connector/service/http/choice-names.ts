import type { Options } from '../../../solution/model/index.js'

/** The name our code uses for the option with this label, which the definition's enum has let through. */
export function optionLabelled<O extends Options>(options: O, label: string): keyof O & string {
  for (const name in options) if (options[name]?.label === label) return name
  throw new Error(`${label} is no option of ${Object.keys(options).join(', ')}.`)
}
