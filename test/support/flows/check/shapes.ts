import type { Definition, Schema } from '../connector/definition.js'
import type { Expression } from '../expression/parse.js'
import { parseTemplate } from '../expression/template.js'
import type { OperationInputs, Trigger, Workflow } from '../workflow.js'
import { stepsOf } from './steps.js'
import type { Step } from './steps.js'

/** What an expression gives, as far as it is known. */
type Shape = Schema | undefined

type Inputs = Readonly<Record<string, unknown>>

const keeping = new Set(['take', 'skip'])
const picking = new Set(['first', 'last'])

/** Tells what expressions of a flow give, and which of them ask for what is not there. */
export class Shapes {
  readonly faults: string[] = []
  readonly #workflow: Workflow
  readonly #definition: Definition
  readonly #steps: ReadonlyMap<string, Step>

  constructor(workflow: Workflow, definition: Definition) {
    this.#workflow = workflow
    this.#definition = definition
    this.#steps = new Map(stepsOf(workflow.actions).map((step) => [step.name, step]))
  }

  /** The shape of an expression that stands in an action; notes faults on the way. */
  of(expression: Expression, at: Step): Shape {
    switch (expression.kind) {
      case 'literal':
        return undefined
      case 'member':
        return this.#member(this.of(expression.of, at), expression.key, at)
      case 'call':
        return this.#call(expression.name, expression.args, at)
    }
  }

  #call(name: string, args: readonly Expression[], at: Step): Shape {
    const [first] = args
    const text = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : ''
    switch (name) {
      case 'body':
        return this.#stepNamed(text, at, (step) => this.#body(step))
      case 'outputs':
        return this.#stepNamed(text, at, (step) => this.#outputs(step))
      case 'triggerBody':
        return this.#triggerBody()
      case 'triggerOutputs':
        return answerOf(this.#triggerBody())
      case 'item':
        return this.#item(at)
      case 'items':
        return this.#items(text, at)
      case 'parameters':
        if (!(text in this.#workflow.parameters)) this.#fault(at, `has no parameter ${text}`)
        return undefined
    }
    const shapes = args.map((arg) => this.of(arg, at))
    if (keeping.has(name)) return shapes[0]
    return picking.has(name) ? shapes[0]?.items : undefined
  }

  #stepNamed(name: string, at: Step, shape: (step: Step) => Shape): Shape {
    const step = this.#steps.get(name)
    if (!step) this.#fault(at, `reads ${name}, which is no action`)
    return step && shape(step)
  }

  #body(step: Step): Shape {
    const { type } = step.action
    const inputs = (step.action.inputs ?? {}) as Inputs
    switch (type) {
      case 'OpenApiConnection':
        return this.#operation(inputs as unknown as OperationInputs)?.answer
      case 'ParseJson':
        return inputs['schema'] as Schema
      case 'Query':
        return this.#ofText(inputs['from'], step)
      case 'Select': {
        const names = Object.keys(inputs['select'] as object)
        const properties = Object.fromEntries(names.map((name) => [name, {}]))
        return { type: 'array', items: { type: 'object', properties } }
      }
      default:
        return undefined
    }
  }

  #outputs(step: Step): Shape {
    if (step.action.type === 'Compose') return this.#ofText(step.action.inputs, step)
    return answerOf(this.#body(step))
  }

  #triggerBody(): Shape {
    const [trigger] = Object.values(this.#workflow.triggers)
    const operation = trigger?.inputs && this.#operation(trigger.inputs)
    if (!trigger || !operation) return undefined
    if (operation.notification && trigger.type === 'OpenApiConnectionWebhook') {
      return operation.notification
    }
    return splitShape(trigger, operation.answer)
  }

  /** Of the list that the action itself, or else the loop around it, goes through. */
  #item(at: Step): Shape {
    if (['Select', 'Query', 'Table'].includes(at.action.type)) {
      return this.#ofText((at.action.inputs as Inputs)['from'], at)?.items
    }
    const loop = at.loops.at(-1)
    if (!loop) this.#fault(at, 'reads an item, and goes through no list')
    return loop && this.#ofText(loop.action.foreach, loop)?.items
  }

  #items(name: string, at: Step): Shape {
    const loop = at.loops.find((one) => one.name === name)
    if (!loop) this.#fault(at, `reads an item of ${name}, which is no loop around it`)
    return loop && this.#ofText(loop.action.foreach, loop)?.items
  }

  #ofText(source: unknown, at: Step): Shape {
    if (typeof source !== 'string') return undefined
    const template = parseTemplate(source)
    return template.kind === 'expression' ? this.of(template.expression, at) : undefined
  }

  #member(shape: Shape, key: Expression, at: Step): Shape {
    if (key.kind !== 'literal' || shape === undefined) return undefined
    if (typeof key.value === 'number') return shape.items
    const name = String(key.value)
    if (!shape.properties) {
      if (shape.type !== undefined && shape.type !== 'object') {
        this.#fault(at, `reads ${name} of what is ${shape.type}`)
      }
      return undefined
    }
    const property = shape.properties[name]
    if (property) return property
    const [first = '', ...rest] = name.split('/')
    const inner = rest.length > 0 ? shape.properties[first] : undefined
    if (inner) return this.#member(inner, { kind: 'literal', value: rest.join('/') }, at)
    this.#fault(at, `reads ${name}, expected one of ${Object.keys(shape.properties).join(', ')}`)
    return undefined
  }

  #operation({ host }: OperationInputs) {
    return this.#definition.operations.get(host.operationId)
  }

  #fault({ name }: Step, what: string): void {
    this.faults.push(`${name} ${what}.`)
  }
}

const answerOf = (body: Shape): Schema => ({
  type: 'object',
  properties: { statusCode: {}, headers: {}, body: body ?? {} },
})

function splitShape(trigger: Trigger, answer: Shape): Shape {
  const list = splitList(trigger, answer)
  return list === 'none' ? answer : list?.items
}

/** The list that a trigger divides into runs; undefined where its answer has none of that name. */
export function splitList({ splitOn }: Trigger, answer: Shape): Shape | 'none' {
  if (splitOn === undefined) return 'none'
  const path = /\['body\/(\w+)'\]$/.exec(splitOn)?.[1] ?? ''
  const list = answer?.properties?.[path]
  return list?.type === 'array' ? list : undefined
}
