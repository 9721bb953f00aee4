import type { Option } from '../option.js'

/** The two values of a yes/no column that names none of its own, in the order of exports. */
export const yesNoOptions = [
  { value: 1, label: 'Yes' },
  { value: 0, label: 'No' },
] as const satisfies readonly Option[]
