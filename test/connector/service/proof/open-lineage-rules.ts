/** What OpenLineage 2-0-2 asks of a run event; our own reading of its specification. */
type Node = Readonly<Record<string, unknown>>

const types = ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER']
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** What is wrong with an event, a sentence each. */
export function openLineageFaults(event: Node): readonly string[] {
  const run = nodeOf(event['run'])
  const job = nodeOf(event['job'])
  const inputs = listOf(event['inputs'])
  const outputs = listOf(event['outputs'])
  return [
    ...(types.includes(String(event['eventType'])) ? [] : ['eventType is none of the known']),
    ...(dateTime.test(String(event['eventTime'])) ? [] : ['eventTime is no time']),
    ...notAddresses(event, 'producer', 'schemaURL'),
    ...(uuid.test(String(run['runId'])) ? [] : ['run.runId is no UUID']),
    ...facetFaults(run['facets']),
    ...identityFaults('job', job),
    ...facetFaults(job['facets']),
    ...[...inputs, ...outputs].flatMap((dataset) => [
      ...identityFaults('dataset', dataset),
      ...facetFaults(dataset['facets']),
      ...facetFaults(dataset['inputFacets']),
      ...facetFaults(dataset['outputFacets']),
    ]),
    ...outputs.flatMap(columnFaults),
    ...inputs.flatMap((input) => {
      const version = nodeOf(input['facets'])['version']
      return version && typeof nodeOf(version)['datasetVersion'] !== 'string'
        ? ['version lacks datasetVersion']
        : []
    }),
  ]
}

function identityFaults(what: string, node: Node): readonly string[] {
  return ['namespace', 'name']
    .filter((name) => typeof node[name] !== 'string' || node[name] === '')
    .map((name) => `${what} lacks ${name}`)
}

function facetFaults(facets: unknown): readonly string[] {
  return Object.entries(nodeOf(facets)).flatMap(([name, facet]) =>
    notAddresses(nodeOf(facet), '_producer', '_schemaURL').map((fault) => `${name}: ${fault}`),
  )
}

function columnFaults(output: Node): readonly string[] {
  const lineage = nodeOf(nodeOf(output['facets'])['columnLineage'])
  return Object.entries(nodeOf(lineage['fields'])).flatMap(([column, value]) => {
    const inputs = listOf(nodeOf(value)['inputFields'])
    const isWhole = inputs.every((input) =>
      ['namespace', 'name', 'field'].every((name) => typeof input[name] === 'string'),
    )
    return inputs.length > 0 && isWhole ? [] : [`column ${column} has no whole inputFields`]
  })
}

function notAddresses(node: Node, ...names: readonly string[]): readonly string[] {
  return names
    .filter((name) => typeof node[name] !== 'string' || !URL.canParse(node[name]))
    .map((name) => `${name} is no address`)
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(nodeOf) : []
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}
