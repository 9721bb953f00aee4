import { approveEntries } from '../../../../solution/app/flows/sample/approve-entries.js'
import { loadChanges } from '../../../../solution/app/flows/sample/load-changes.js'
import { notifyFailures } from '../../../../solution/app/flows/sample/notify-failures.js'
import { pushValues } from '../../../../solution/app/flows/sample/push-values.js'
import { integrationService } from '../../../../solution/app/flows/connections.js'
import type { FlowDeclaration } from '../../../../solution/app/flows/flow.js'
import { dataIntegrationFlows } from '../../../../solution/app/solutions/index.js'
import { buildPackage } from '../../../../solution/emit/output/build-package.js'
import { flowFaults } from '../../../support/flows/check/index.js'
import { stepsOf } from '../../../support/flows/check/steps.js'
import { definition } from '../../../support/flows/flow-stack.js'
import type { FlowFile, OperationInputs } from '../../../support/flows/workflow.js'
import { connector } from '../all-solutions.js'
import { fileOf } from './flows-under-test.js'

const solution = dataIntegrationFlows()
const built = buildPackage(solution)

/** The flows as the unpacked package has them. */
const emitted = [...built.unpacked]
  .filter(([path]) => /^Workflows\/.*\.json$/.test(path))
  .map(
    ([path, content]) => [path, JSON.parse(new TextDecoder().decode(content)) as FlowFile] as const,
  )

const check = { definition, connectionName: integrationService.key }

describe('The package of sample flows', () => {
  it('breaks no rule of the linter, and has each flow with the file that describes it', () => {
    expect(built.findings).toEqual([])
    expect(emitted.length).toBe(4)
    for (const [path] of emitted) expect(built.unpacked.has(`${path}.data.xml`)).toBe(true)
  })

  it('has connections by reference only, the custom connector’s by its id', () => {
    const references = solution.connectionReferences
    const used = emitted.flatMap(([, { properties }]) =>
      Object.values(properties.connectionReferences).map(
        ({ connection }) => connection.connectionReferenceLogicalName,
      ),
    )
    const own = references.find(({ customConnectorId }) => customConnectorId !== undefined)

    expect([...new Set(used)].sort()).toEqual(
      references.map(({ logicalName }) => logicalName).sort(),
    )
    expect(own?.customConnectorId).toBe(connector.connectors[0]?.id)
    expect(own?.connectorId).toContain('shared_govcdm-5fdataintegration-5f')
  })

  it('calls each connector by the address of its reference', () => {
    for (const [path, { properties }] of emitted) {
      const hosts = [
        ...Object.values(properties.definition.triggers).map(({ inputs }) => inputs),
        ...stepsOf(properties.definition.actions)
          .filter(({ action }) => action.type.startsWith('OpenApiConnection'))
          .map(({ action }) => action.inputs as OperationInputs),
      ].flatMap((inputs) => (inputs ? [inputs.host] : []))
      for (const { apiId, connectionName } of hosts) {
        expect(apiId)
          .withContext(path)
          .toBe(`/providers/Microsoft.PowerApps/apis/${connectionName}`)
      }
    }
  })

  it('reads environment variables that its own or the main solution brings', () => {
    const own = new Set(solution.environmentVariables.map(({ schemaName }) => schemaName))
    const required = new Set(solution.requires.map((one) => one.required.schemaName))
    for (const [path, { properties }] of emitted) {
      for (const { metadata } of Object.values(properties.definition.parameters) as {
        readonly metadata?: { readonly schemaName: string }
      }[]) {
        if (!metadata) continue
        const { schemaName } = metadata
        expect(own.has(schemaName) || required.has(schemaName))
          .withContext(`${path} ${schemaName}`)
          .toBe(true)
      }
    }
  })

  for (const [path, file] of emitted) {
    it(`uses operations, parameters and outputs that are there: ${path.split('-')[0] ?? ''}`, () => {
      expect(flowFaults(file, check)).toEqual([])
    })
  }
})

describe('The check of flows', () => {
  /** The faults of a flow in whose text something was replaced. */
  function faultsWith(flow: FlowDeclaration, from: string, to: string): readonly string[] {
    const text = JSON.stringify(fileOf(flow))
    expect(text).toContain(from)
    return flowFaults(JSON.parse(text.replaceAll(from, to)) as FlowFile, check)
  }

  const cases: readonly (readonly [FlowDeclaration, string, string, RegExp])[] = [
    [loadChanges, '"CloseSyncJob"', '"FinishSyncJob"', /FinishSyncJob, which is no operation/],
    [loadChanges, '"GetSyncJob"', '"GetSyncJobRun"', /GetSyncJobRun, which is no action/],
    [loadChanges, '"received"', '"items"', /gives items, which CloseSyncJob does not take/],
    [loadChanges, '"body/partNumber"', '"body/part"', /does not give body\/partNumber/],
    [loadChanges, "?['jobStatus']", "?['status']", /reads status, expected one of jobId/],
    [loadChanges, "item()?['changedOn']", "item()?['when']", /reads when, expected one of key/],
    [loadChanges, "items('For_each_part')", "items('Each')", /item of Each, which is no loop/],
    [loadChanges, "body('Read_file')", "body('Read')", /reads Read, which is no action/],
    [approveEntries, "?['summary']", "?['text']", /reads text, expected one of summary/],
    [approveEntries, "?['ledgerEntry']", "?['entry']", /reads entry, expected one of eventId/],
    [notifyFailures, '"Completed With Errors"', '"Broken"', /is "Broken", expected one of/],
    [notifyFailures, "?['value']", "?['items']", /reads items, expected one of value/],
    [notifyFailures, "item()?['processMessage']", "item()?['why']", /reads why/],
    [pushValues, "?['newValue']", "?['value']", /reads value, expected one of itemId/],
    [pushValues, 'body/value', 'body/values', /divides what is no list/],
    [pushValues, 'WhenValueIsReadyForSourcePolled', 'WhenValueIsReadyForSource', /no polling/],
    [pushValues, "parameters('Source System Address", "parameters('Address", /has no parameter/],
    [approveEntries, '"connectionName":"shared_appro', '"connectionName":"appro', /no connection/],
    [
      pushValues,
      '"AcknowledgeSyncItems"',
      '"NoteSyncItems"',
      /NoteSyncItems, which is no operation/,
    ],
  ]

  for (const [flow, from, to, message] of cases) {
    it(`finds ${to} in place of ${from}`, () => {
      expect(faultsWith(flow, from, to).join('\n')).toMatch(message)
    })
  }
})
