import * as act from '../../../../solution/app/flows/actions.js'
import { integrationService as service, mail } from '../../../../solution/app/flows/connections.js'
import { body, item, value } from '../../../../solution/app/flows/expression.js'
import { everyDay } from '../../../../solution/app/flows/flow.js'
import type { FlowDeclaration } from '../../../../solution/app/flows/flow.js'
import { standIn } from '../../../support/flows/connection.js'
import { startFlowStack } from '../../../support/flows/flow-stack.js'
import type { FlowStack } from '../../../support/flows/flow-stack.js'
import { historyOf, runsOf, turnedOn } from './flows-under-test.js'

const change = (fieldName: string, newValue: string) => ({
  externalKey: 'E-100',
  fieldName,
  newValue,
})

/** The flow that the README has makers build. */
const firstFlow: FlowDeclaration = {
  name: 'First flow',
  description: 'Runs a sync job and tells what is held.',
  trigger: everyDay('Recurrence', 6),
  variables: [],
  actions: {
    Run_a_sync_job_and_wait: act.operation(service, 'RunSyncJob', {
      'body/sourceSystemKey': 'HRIS',
      'body/entityType': 'contact',
      'body/items': [change('lastname', 'Lovelace'), change('birthdate', '1985-12-10')],
    }),
    Condition: act.when(
      { greater: [value(body('Run_a_sync_job_and_wait', 'held')), 0] },
      {
        List_the_items_of_a_sync_job: act.operation(service, 'ListSyncItems', {
          jobId: value(body('Run_a_sync_job_and_wait', 'jobId')),
          itemStatus: ['Held'],
        }),
        Create_HTML_table: act.htmlTable(body('List_the_items_of_a_sync_job', 'value'), {
          Field: item('fieldName'),
          Reason: item('processMessage'),
        }),
        Send_an_email: act.operation(mail, 'SendEmailV2', {
          'emailMessage/To': 'me@agency.gov',
          'emailMessage/Subject': 'Held',
          'emailMessage/Body': value(body('Create_HTML_table')),
        }),
      },
    ),
  },
}

describe('The first flow of the README', () => {
  let stack: FlowStack

  beforeAll(async () => {
    stack = await startFlowStack()
  })

  afterAll(() => stack.close())

  it('tells that no policy covers the values, and after a template was applied that the birth date waits for a steward', async () => {
    const sent = standIn({ SendEmailV2: () => ({}) })
    const flow = await turnedOn(stack, firstFlow, { mail: sent, values: [] })
    await flow.tick()
    await runsOf(flow, 1)
    const template = await stack.connection().call('ApplyPolicyTemplate', {
      'body/templateId': 'people',
      'body/sourceSystemKeys': ['HRIS'],
    })
    await flow.tick()
    const runs = await runsOf(flow, 2)
    const [before, after] = sent.asked.map(({ given }) => String(given['emailMessage/Body']))

    expect(template.status).toBe(200)
    for (const run of runs) {
      expect(run.status)
        .withContext(JSON.stringify(historyOf(run)))
        .toBe('Succeeded')
    }
    expect(before).toMatch(/<td>lastname<\/td><td>.*No commit policy covers Last Name/)
    expect(after).not.toContain('lastname')
    expect(after).toMatch(/<td>birthdate<\/td><td>.*certif/i)
  })
})
