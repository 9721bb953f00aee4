import type { Definition } from '../connector/definition.js'
import { expressionsIn } from '../expression/template.js'
import type { FlowFile, OperationInputs, Trigger } from '../workflow.js'
import { callFaults } from './calls.js'
import type { Use } from './calls.js'
import { Shapes, splitList } from './shapes.js'
import { ownParts, stepsOf } from './steps.js'
import type { Step } from './steps.js'

export interface FlowCheck {
  readonly definition: Definition
  /** The name that the flow calls the definition's connector by. */
  readonly connectionName: string
}

/**
 * What a flow uses that is not there: operations, parameters and outputs of a connector, actions,
 * parameters of the flow and connections. In sentences.
 */
export function flowFaults(file: FlowFile, check: FlowCheck): readonly string[] {
  const { definition: workflow, connectionReferences } = file.properties
  const steps = stepsOf(workflow.actions)
  const triggers = Object.entries(workflow.triggers).map(([name, trigger]) => ({
    step: {
      name,
      action: { type: trigger.type, inputs: trigger.inputs },
      loops: [],
    } satisfies Step,
    trigger,
    call: trigger.inputs,
    use: useOf(trigger),
  }))
  const calls = [
    ...triggers.flatMap(({ step: { name }, call, use }) => (call ? [{ name, call, use }] : [])),
    ...steps
      .filter(({ action }) => action.type.startsWith('OpenApiConnection'))
      .map(({ name, action }) => {
        return { name, call: action.inputs as OperationInputs, use: 'action' as const }
      }),
  ]
  const shapes = new Shapes(workflow, check.definition)
  for (const step of [...triggers.map(({ step }) => step), ...steps]) {
    for (const expression of ownParts(step.action).flatMap(expressionsIn))
      shapes.of(expression, step)
  }
  return [
    ...calls.flatMap(({ name, call, use }) =>
      call.host.connectionName === check.connectionName
        ? callFaults(name, call, use, check.definition)
        : [],
    ),
    ...calls
      .filter(({ call }) => !(call.host.connectionName in connectionReferences))
      .map(({ name, call }) => `${name} uses ${call.host.connectionName}, which is no connection.`),
    ...triggers
      .filter(({ trigger, call }) => {
        const operation = check.definition.operations.get(call?.host.operationId ?? '')
        return splitList(trigger, operation?.answer) === undefined
      })
      .map(({ step }) => `${step.name} divides what is no list of its answer.`),
    ...shapes.faults,
  ]
}

const useOf = ({ type }: Trigger): Use =>
  type === 'OpenApiConnectionWebhook' ? 'webhook' : 'polling'
