import type { SolutionPackage } from '../../../read/package/index.js'
import { placeAt } from './place.js'
import type { Place } from './place.js'

/** An environment variable: a folder of its name with the definition, in zips and folders alike. */
export interface EnvironmentVariableFacts {
  readonly name: string
  readonly path: string
  readonly place: Place
}

const pattern =
  /(?:^|\/)environmentvariabledefinitions\/([^/]+)\/environmentvariabledefinition\.xml$/

export function environmentVariables(source: SolutionPackage): readonly EnvironmentVariableFacts[] {
  return [...source.files.keys()].flatMap((path) => {
    const name = pattern.exec(path)?.[1]
    return name === undefined
      ? []
      : [{ name, path, place: placeAt(path, `environmentvariabledefinition ${name}`) }]
  })
}
