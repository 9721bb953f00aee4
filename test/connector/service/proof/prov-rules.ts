/** What PROV-JSON (W3C Member Submission, 24 April 2013) asks of a document; our own reading of it. */
type Node = Readonly<Record<string, unknown>>

type Concept = 'entity' | 'activity' | 'agent'

/** The ends of each relation, the first of which it cannot lack, and the other attributes it knows. */
const relations: Readonly<
  Record<string, { readonly ends: Readonly<Record<string, Concept>>; readonly must: number }>
> = {
  used: { ends: { 'prov:activity': 'activity', 'prov:entity': 'entity' }, must: 1 },
  wasGeneratedBy: { ends: { 'prov:entity': 'entity', 'prov:activity': 'activity' }, must: 1 },
  wasInvalidatedBy: { ends: { 'prov:entity': 'entity', 'prov:activity': 'activity' }, must: 1 },
  wasDerivedFrom: {
    ends: {
      'prov:generatedEntity': 'entity',
      'prov:usedEntity': 'entity',
      'prov:activity': 'activity',
    },
    must: 2,
  },
  wasAttributedTo: { ends: { 'prov:entity': 'entity', 'prov:agent': 'agent' }, must: 2 },
  wasAssociatedWith: {
    ends: { 'prov:activity': 'activity', 'prov:agent': 'agent', 'prov:plan': 'entity' },
    must: 1,
  },
  specializationOf: {
    ends: { 'prov:specificEntity': 'entity', 'prov:generalEntity': 'entity' },
    must: 2,
  },
}

const times = ['prov:time', 'prov:startTime', 'prov:endTime']
const localPart = /^([\w-]|%[0-9A-F]{2}|\.(?!$))+$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** What is wrong with a document, a sentence each. */
export function provFaults(document: Node): readonly string[] {
  const prefix = nodeOf(document['prefix'])
  const prefixes = new Set([...Object.keys(prefix), 'prov', 'xsd', '_'])
  const isName = (name: string) => {
    const colon = name.indexOf(':')
    return prefixes.has(name.slice(0, colon)) && localPart.test(name.slice(colon + 1))
  }
  const faults = Object.entries(prefix)
    .filter(([, address]) => typeof address !== 'string' || !URL.canParse(address))
    .map(([name]) => `prefix ${name} is no address`)
  for (const [section, records] of Object.entries(document)) {
    if (section === 'prefix') continue
    const relation = relations[section]
    if (!relation && !['entity', 'activity', 'agent'].includes(section)) {
      faults.push(`${section} is no part of a document`)
    }
    for (const [name, record] of Object.entries(nodeOf(records))) {
      if (!isName(name)) faults.push(`${section} ${name} is no qualified name`)
      faults.push(...attributeFaults(nodeOf(record), isName).map((fault) => `${name}: ${fault}`))
      if (relation) faults.push(...endFaults(document, nodeOf(record), relation, name))
    }
  }
  return faults
}

function attributeFaults(record: Node, isName: (name: string) => boolean): readonly string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (!isName(name)) return [`attribute ${name} is no qualified name`]
    if (times.includes(name)) return dateTime.test(String(value)) ? [] : [`${name} is no time`]
    if (['string', 'number', 'boolean'].includes(typeof value)) return []
    const { $: literal, type, ...rest } = nodeOf(value)
    const isTyped = typeof literal === 'string' && typeof type === 'string' && isName(type)
    const isWhole = isTyped && Object.keys(rest).length === 0
    return isWhole && (type !== 'prov:QUALIFIED_NAME' || isName(literal))
      ? []
      : [`${name} is no literal`]
  })
}

function endFaults(
  document: Node,
  record: Node,
  { ends, must }: (typeof relations)[string],
  name: string,
): readonly string[] {
  return Object.entries(ends).flatMap(([end, concept], index) => {
    const other = record[end]
    if (other === undefined) return index < must ? [`${name} lacks ${end}`] : []
    const known = typeof other === 'string' && other in nodeOf(document[concept])
    return known ? [] : [`${name}: ${end} names no ${concept} of the document`]
  })
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}
