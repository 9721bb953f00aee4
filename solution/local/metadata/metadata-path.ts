import { DataverseError } from '../errors.js'
import type { PathStep, ResourceKey, ResourcePath } from '../query/resource-path.js'
import { namespace } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

/** Where a path leads: one object, or a list of which a cast may have chosen a type. */
export type MetadataTarget =
  | { readonly kind: 'object'; readonly object: MetadataObject }
  | {
      readonly kind: 'list'
      readonly objects: readonly MetadataObject[]
      readonly cast: string | null
    }
  | { readonly kind: 'nothing' }

/** Follows a path from a set of objects. Throws 404 where it leads nowhere. */
export function followPath(set: readonly MetadataObject[], path: ResourcePath): MetadataTarget {
  const steps: readonly PathStep[] =
    path.operation === null
      ? path.steps
      : [...path.steps, { name: `${namespace}.${path.operation}`, key: null }]
  let target: MetadataTarget = { kind: 'list', objects: set, cast: null }
  if (path.key) target = memberOf(set, path.key, path.entitySet)
  for (const step of steps) target = takeStep(target, step)
  return target
}

function takeStep(target: MetadataTarget, { name, key }: PathStep): MetadataTarget {
  const next = name.startsWith(`${namespace}.`)
    ? castTo(target, name.slice(namespace.length + 1))
    : along(target, name)
  if (!key) return next
  if (next.kind !== 'list') throw nowhere(name)
  return memberOf(next.objects, key, name)
}

function castTo(target: MetadataTarget, type: string): MetadataTarget {
  const isOfType = (one: MetadataObject) => one.type === type || one.baseTypes.includes(type)
  if (target.kind === 'list') {
    return { kind: 'list', objects: target.objects.filter(isOfType), cast: type }
  }
  if (target.kind === 'object' && !isOfType(target.object)) throw nowhere(`${namespace}.${type}`)
  return target
}

function along(target: MetadataTarget, name: string): MetadataTarget {
  if (target.kind !== 'object') throw nowhere(name)
  const found = target.object.navigation[name]
  if (found === undefined) throw nowhere(name)
  if (found === null) return { kind: 'nothing' }
  return isObject(found)
    ? { kind: 'object', object: found }
    : { kind: 'list', objects: found, cast: null }
}

function isObject(found: MetadataObject | readonly MetadataObject[]): found is MetadataObject {
  return !Array.isArray(found)
}

/** By `MetadataId`, or by a name: `LogicalName='contact'`, `Name='govcdm_yesno'`. */
function memberOf(
  objects: readonly MetadataObject[],
  key: ResourceKey,
  segment: string,
): MetadataTarget {
  const wanted =
    key.kind === 'id'
      ? [['MetadataId', key.id] as const]
      : Object.entries(key.values).map(([name, { value }]) => [name, value] as const)
  const object = objects.find((one) =>
    wanted.every(([name, value]) => one.properties[name] === value),
  )
  if (object) return { kind: 'object', object }
  throw new DataverseError(
    'metadataNotFound',
    `Could not find '${segment}' with ${wanted.map(([name, value]) => `${name} = '${value}'`).join(', ')} ` +
      'in the MetadataCache.',
  )
}

function nowhere(segment: string): DataverseError {
  return new DataverseError('unknownResource', `Resource not found for the segment '${segment}'.`)
}
