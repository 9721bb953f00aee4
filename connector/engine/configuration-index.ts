import type { CommitPolicy, Configuration, ValueMap } from './contract.js'

/** How specific a policy is: for one column, a whole table, a column of any table, everything. */
export type PolicyLevel = 'field' | 'table' | 'anyTableField' | 'anyTable'

export type PolicyMatch =
  | { readonly kind: 'none' }
  /** Several policies at one level: nobody can say which holds. */
  | { readonly kind: 'ambiguous'; readonly policies: readonly CommitPolicy[] }
  | { readonly kind: 'one'; readonly policy: CommitPolicy; readonly level: PolicyLevel }

export type Translation =
  | { readonly kind: 'mapped'; readonly map: ValueMap }
  | { readonly kind: 'unmapped' }
  /** Maps of the same source and code that disagree. */
  | { readonly kind: 'ambiguous'; readonly maps: readonly ValueMap[] }

/** A configuration made searchable. */
export class ConfigurationIndex {
  private readonly policies = new Map<string, CommitPolicy[]>()
  private readonly maps = new Map<string, Map<string, ValueMap[]>>()

  constructor(configuration: Configuration) {
    for (const policy of configuration.policies) {
      const key = policyKey(normalName(policy.targetTable), normalName(policy.fieldName ?? ''))
      append(this.policies, key, policy)
    }
    for (const policies of this.policies.values()) policies.sort(byId)
    for (const map of configuration.valueMaps) {
      const codes = this.maps.get(map.codeList) ?? new Map<string, ValueMap[]>()
      this.maps.set(map.codeList, codes)
      append(codes, map.sourceCode, map)
    }
  }

  /** The most specific policy of a column. */
  fieldPolicy(targetTable: string, fieldName: string): PolicyMatch {
    const field = this.at(targetTable, fieldName, 'field')
    if (field) return field
    const table = this.at(targetTable, '', 'table')
    if (table) return table
    const anyTableField = this.at('*', fieldName, 'anyTableField')
    return anyTableField ?? this.at('*', '', 'anyTable') ?? { kind: 'none' }
  }

  /** The policy of a whole record: creating it, and its columns without a policy of their own. */
  tablePolicy(targetTable: string): PolicyMatch {
    return this.at(targetTable, '', 'table') ?? this.at('*', '', 'anyTable') ?? { kind: 'none' }
  }

  hasFieldPolicy(targetTable: string, fieldName: string): boolean {
    return this.policies.has(policyKey(targetTable, fieldName))
  }

  /** What a source's code means: the map of that source, else the one for any source. */
  translate(codeList: string, sourceSystemKey: string, sourceCode: string): Translation {
    const maps = this.maps.get(codeList)?.get(sourceCode) ?? []
    const own = maps.filter((map) => map.sourceSystemKey === sourceSystemKey)
    const found = own.length > 0 ? own : maps.filter((map) => map.sourceSystemKey === '')
    const best = [...found].sort((a, b) => b.confidence - a.confidence || byId(a, b))[0]
    if (!best) return { kind: 'unmapped' }
    const agree = found.every((map) => map.canonicalCodeValue === best.canonicalCodeValue)
    return agree
      ? { kind: 'mapped', map: best }
      : { kind: 'ambiguous', maps: [...found].sort(byId) }
  }

  private at(targetTable: string, fieldName: string, level: PolicyLevel): PolicyMatch | undefined {
    const policies = this.policies.get(policyKey(targetTable, fieldName))
    const [policy] = policies ?? []
    if (!policies || !policy) return undefined
    return policies.length > 1 ? { kind: 'ambiguous', policies } : { kind: 'one', policy, level }
  }
}

const indexes = new WeakMap<Configuration, ConfigurationIndex>()

/** The index of a configuration, built once an object: configurations never change in place. */
export function indexOf(configuration: Configuration): ConfigurationIndex {
  let index = indexes.get(configuration)
  if (!index) {
    index = new ConfigurationIndex(configuration)
    indexes.set(configuration, index)
  }
  return index
}

/** The place of a source in a policy's list: 0 is highest, -1 stands for no authority. */
export function rankOf(policy: CommitPolicy, sourceSystemKey: string): number {
  const { authoritativeSources } = policy
  return authoritativeSources.length === 0 ? 0 : authoritativeSources.indexOf(sourceSystemKey)
}

function policyKey(targetTable: string, fieldName: string): string {
  return `${targetTable}/${fieldName}`
}

/** Policies are typed by people: names of tables and columns are compared in lower case. */
function normalName(name: string): string {
  return name.trim().toLowerCase()
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
