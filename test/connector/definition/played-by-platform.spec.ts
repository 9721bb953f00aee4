import { addEndedJob } from '../service/events/rows.js'
import { choicesOf, propertiesOf } from '../../support/flows/connector/designer.js'
import { sendOverHttp } from '../../support/flows/connector/http.js'
import type { HttpRequest } from '../../support/flows/connector/http.js'
import type { ConnectionDifferences, FlowStack } from '../../support/flows/flow-stack.js'
import { definition, policies, startFlowStack } from '../../support/flows/flow-stack.js'
import { turnOn } from '../../support/flows/flow.js'
import type { Actions, FlowFile, Trigger } from '../../support/flows/workflow.js'

const connection = 'service'

interface OneCall {
  readonly operationId: string
  readonly parameters: Readonly<Record<string, unknown>>
}

interface OneAction extends OneCall {
  /** Most entries that pages are followed for. */
  readonly most?: number
}

interface OnePoll extends OneCall {
  readonly splitOn?: string
}

const inputsOf = ({ operationId, parameters }: OneCall) => ({
  host: { connectionName: connection, operationId, apiId: '' },
  parameters,
})

function flowOf(trigger: Trigger, actions: Actions = {}): FlowFile {
  const definition = { parameters: {}, triggers: { Start: trigger }, actions }
  return { schemaVersion: '1.0.0.0', properties: { connectionReferences: {}, definition } }
}

function flowThatCalls({ most, ...call }: OneAction): FlowFile {
  const paging = most !== undefined && { paginationPolicy: { minimumItemCount: most } }
  const inputs = inputsOf(call)
  const action = { type: 'OpenApiConnection', inputs, runtimeConfiguration: { ...paging } }
  return flowOf({ type: 'Recurrence' }, { Call: action })
}

function flowThatPolls({ splitOn, ...call }: OnePoll): FlowFile {
  const split = splitOn !== undefined && { splitOn }
  return flowOf({ type: 'OpenApiConnection', inputs: inputsOf(call), ...split })
}

describe('The platform, with nothing but the definition,', () => {
  let stack: FlowStack

  beforeAll(async () => {
    stack = await startFlowStack()
    const { status } = await stack.connection().call('UpsertValueMaps', {
      'body/valueMaps': ['1', '2', '3', '4', '5'].map((sourceCode) => ({
        codeList: 'Gender',
        sourceSystemKey: 'HRIS',
        sourceCode,
        canonicalCodeValue: `G${sourceCode}`,
      })),
    })
    expect(status).toBe(200)
  })

  afterAll(() => stack.close())

  async function called(action: OneAction, different: ConnectionDifferences = {}) {
    const flow = await turnOn(flowThatCalls(action), {
      clock: stack.clock,
      callbacks: stack.callbacks,
      connections: { [connection]: stack.connection(different) },
    })
    await flow.tick()
    const [run] = await flow.runs()
    return { run, outcome: run?.outcomes.get('Call') }
  }

  it('offers the tables, the columns of a table and the code lists to choose from, by both ways alike', async () => {
    const gateway = stack.connection()
    const field = { operationId: 'SubmitSyncJob', path: 'body/items' }
    const chosen = { 'body/entityType': 'contact' }
    const tables = await choicesOf(
      gateway,
      { operationId: 'SubmitSyncJob', path: 'body/entityType' },
      {},
    )
    const columns = await choicesOf(gateway, { ...field, entry: 'fieldName' }, chosen)
    const lists = await choicesOf(gateway, { operationId: 'TranslateValue', path: 'codeList' }, {})

    expect(tables.newer.map(({ value }) => value)).toContain('contact')
    expect(columns.newer).toContain(
      jasmine.objectContaining({
        value: 'emailaddress1',
        title: jasmine.stringMatching(/emailaddress1/),
      }),
    )
    expect(lists.newer).toEqual([{ value: 'Gender', title: 'Gender' }])
    for (const { newer, older } of [tables, columns, lists]) expect(older).toEqual(newer)
  })

  it('shows the fields of the table that was chosen, by both ways alike', async () => {
    const record = { operationId: 'SubmitSyncJob', path: 'body/items', entry: 'record' }
    const { newer, older } = await propertiesOf(stack.connection(), record, {
      'body/entityType': 'contact',
    })

    expect(newer.properties?.['emailaddress1']).toEqual(
      jasmine.objectContaining({ type: 'string', maxLength: 100 }),
    )
    expect(older).toEqual(newer)
  })

  const maps = {
    operationId: 'ListValueMaps',
    parameters: { codeList: 'Gender', pageSize: 2 },
    most: 100,
  }

  it('follows the pages of a list through the gateway', async () => {
    const { outcome } = await called(maps)
    const { body } = outcome?.outputs as { readonly body: { readonly value: readonly object[] } }

    expect(body.value.length).toBe(5)
  })

  it('takes the first page only where a flow asks for no more', async () => {
    const { outcome } = await called({ operationId: maps.operationId, parameters: maps.parameters })
    const { body } = outcome?.outputs as { readonly body: { readonly value: readonly object[] } }

    expect(body.value.length).toBe(2)
  })

  it('goes past the gateway at the second page, and fails, without the policy of next links', async () => {
    const { outcome } = await called(maps, {
      policies: policies.filter(({ templateId }) => templateId !== 'updatenextlink'),
    })

    expect(outcome?.status).toBe('Failed')
    expect(outcome?.outputs).toEqual(jasmine.objectContaining({ statusCode: 401 }))
  })

  it('has every list named by the policy of next links', () => {
    const lists = [...definition.operations.values()].filter(
      (one) => one.nextLinkName !== undefined,
    )
    const named = policies
      .filter(({ templateId }) => templateId === 'updatenextlink')
      .flatMap(({ parameters }) => parameters['x-ms-apimTemplate-operationName'])

    expect(lists.map(({ operationId }) => operationId).sort()).toEqual(
      [...named].sort() as string[],
    )
  })

  it('waits for a job at the address of its run, without a key, as long as it is told to', async () => {
    const requests: HttpRequest[] = []
    const { outcome } = await called(
      {
        operationId: 'RunSyncJob',
        parameters: {
          'body/sourceSystemKey': 'HRIS',
          'body/entityType': 'contact',
          'body/items': [{ externalKey: 'E-1', fieldName: 'lastname', newValue: 'Lovelace' }],
        },
      },
      {
        send: (request) => {
          requests.push(request)
          return sendOverHttp(request)
        },
      },
    )
    const [first, ...later] = requests

    expect(outcome?.outputs).toEqual(
      jasmine.objectContaining({ statusCode: 200, body: jasmine.objectContaining({ held: 1 }) }),
    )
    expect([first?.method, Object.keys(first?.headers ?? {})]).toEqual(['POST', ['x-api-key']])
    expect(later.length).toBeGreaterThan(0)
    for (const { method, headers } of later) expect([method, headers]).toEqual(['GET', {}])
    expect(stack.clock.waits).toContain(2_000)
  })

  it('repeats a POST after 500, 408 and 429 and starts one job', async () => {
    const failures = [500, 408, 429]
    const submit = {
      operationId: 'SubmitSyncJob',
      parameters: {
        'body/sourceSystemKey': 'REPEAT',
        'body/entityType': 'contact',
        'body/submissionKey': 'once',
        'body/items': [{ externalKey: 'E-1', fieldName: 'lastname', newValue: 'Lovelace' }],
      },
    }
    const { outcome } = await called(submit, {
      send: async (request) => {
        const answer = await sendOverHttp(request)
        return { ...answer, status: failures.shift() ?? answer.status }
      },
    })
    const { body } = await stack.connection().call('ListSyncJobs', { sourceSystemKey: 'REPEAT' })

    expect(outcome?.outputs).toEqual(jasmine.objectContaining({ statusCode: 201 }))
    expect((body as { readonly value: readonly object[] }).value.length).toBe(1)
  })

  it('puts odd values into paths and queries as they are', async () => {
    const externalKey = 'a/b?c=d&e#f %2F ä ☂'
    const { outcome } = await called({
      operationId: 'ResolveIdentifier',
      parameters: { sourceSystemKey: 'HRIS', targetTable: 'contact', externalKey },
    })

    expect(outcome?.outputs).toEqual(jasmine.objectContaining({ statusCode: 404 }))
    expect(JSON.stringify(outcome?.outputs)).toContain('☂')
  })

  it('refuses a flow that gives what the operation does not take, or not what it needs', async () => {
    const wrong = await called({ operationId: 'GetSyncJob', parameters: { id: 'x' } })
    const missing = await called({
      operationId: 'SubmitSyncJob',
      parameters: { 'body/entityType': 'contact' },
    })

    expect(wrong.outcome?.error).toContain('GetSyncJob has no parameter id')
    expect(missing.outcome?.error).toContain('body/sourceSystemKey, body/items')
  })

  it('starts a run for each event of a batch, or one for all, and none for what was before', async () => {
    const poll = {
      operationId: 'WhenSyncJobCompletesPolled',
      parameters: { sourceSystemKey: 'POLL' },
    }
    const options = {
      clock: stack.clock,
      callbacks: stack.callbacks,
      connections: { [connection]: stack.connection() },
    }
    await addEndedJob(stack.client, Date.now() - 60_000, { sourceSystemKey: 'POLL' })
    const one = await turnOn(
      flowThatPolls({ ...poll, splitOn: "@triggerOutputs()?['body/value']" }),
      options,
    )
    const whole = await turnOn(flowThatPolls(poll), options)
    await addEndedJob(stack.client, Date.now(), { sourceSystemKey: 'POLL' })
    await addEndedJob(stack.client, Date.now(), { sourceSystemKey: 'POLL' })
    for (const flow of [one, whole]) {
      await flow.tick()
      await flow.tick()
    }

    expect([(await one.runs()).length, (await whole.runs()).length]).toEqual([2, 1])
  })
})
