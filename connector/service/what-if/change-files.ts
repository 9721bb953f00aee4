import { readFile } from 'node:fs/promises'

import type { MetadataCache } from '../../dataverse/index.js'
import { checkedChange } from '../http/handlers/commit-policies/checked-change.js'
import { definition } from '../http/definition.js'
import { ApiError } from '../http/errors.js'
import type { JsonSchema } from '../http/json-schema.js'
import { bodyValidator } from '../http/validators.js'
import { CommandError } from '../run-process.js'
import type { ConfigurationChange } from './configuration-change.js'

/** Paths of files with changed policies and maps. */
export interface ChangeFiles {
  readonly policy: string | undefined
  readonly maps: string | undefined
}

/**
 * Reads files of the form that UpsertCommitPolicies and UpsertValueMaps take, and holds them to the
 * same checks.
 *
 * @throws CommandError naming file, place and what was expected.
 */
export async function readChange(
  { policy, maps }: ChangeFiles,
  metadata: MetadataCache,
): Promise<ConfigurationChange> {
  const policies = policy === undefined ? {} : await bodyOf(policy, 'UpsertCommitPoliciesRequest')
  const valueMaps = maps === undefined ? {} : await bodyOf(maps, 'UpsertValueMapsRequest')
  try {
    return await checkedChange({ ...policies, ...valueMaps }, { metadata })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const refusal: Pick<ApiError, 'message' | 'details'> = error
    const isOfMaps = refusal.details[0]?.path.startsWith('valueMaps') === true
    throw refused((isOfMaps ? maps : policy) ?? '', refusal)
  }
}

async function bodyOf(path: string, name: string): Promise<Partial<ConfigurationChange>> {
  const schema = resolved(definition.definitions[name] ?? {}) as JsonSchema
  const result = bodyValidator(schema)(parsed(path, await contentOf(path)))
  if ('error' in result) throw refused(path, result.error)
  return result.value as Partial<ConfigurationChange>
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${path} cannot be read: ${why}.`)
  }
}

function parsed(path: string, content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${path} is no JSON: ${why}.`)
  }
}

function refused(
  path: string,
  { message, details }: Pick<ApiError, 'message' | 'details'>,
): CommandError {
  const faults = details.length === 0 ? [message] : details.map((detail) => detail.message)
  return new CommandError(
    [`${path} cannot be used:`, ...faults.map((one) => `  ${one}`)].join('\n'),
  )
}

/** A schema with each reference replaced by what it points at. */
function resolved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(resolved)
  if (typeof node !== 'object' || node === null) return node
  const reference: unknown = '$ref' in node ? node.$ref : undefined
  if (typeof reference === 'string') {
    return resolved(definition.definitions[reference.replace('#/definitions/', '')])
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolved(value)]))
}
