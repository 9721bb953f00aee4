/** One of a connector's files, and the way to a value in it. */
export interface Place {
  readonly file: string
  readonly steps: readonly (string | number)[]
}

export function at(place: Place, ...steps: readonly (string | number)[]): Place {
  return { ...place, steps: [...place.steps, ...steps] }
}

export function startOf(file: string): Place {
  return { file, steps: [] }
}

/** The way as a JSON path: `$.paths['/jobs'].get.parameters[0]`. */
export function jsonPath({ steps }: Place): string {
  return ['$', ...steps.map(stepText)].join('')
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `['${step.replaceAll("'", "\\'")}']`
}
