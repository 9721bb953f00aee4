import { milliseconds } from '../connector/retry.js'
import { callFunction } from '../expression/functions.js'
import { Terminated } from '../run.js'
import type { Run } from '../run.js'
import type { Status } from '../workflow.js'
import type { ActionType } from './action-type.js'

const failed: readonly Status[] = ['Failed', 'TimedOut']

export const scope: ActionType = async ({ action, run }) => ({
  status: await run.runAll(action.actions ?? {}),
})

/** Runs one of two branches. */
export const condition: ActionType = async ({ action, run }) => {
  const holds = isSo(action.expression, run)
  const [chosen = {}, other] = holds
    ? [action.actions, action.else?.actions]
    : [action.else?.actions, action.actions]
  run.skip(other)
  const status = await run.runAll(chosen)
  return { status, inputs: { expressionResult: holds } }
}

/** Runs for each entry of a list, one after another; a round that fails does not stop the others. */
export const forEach: ActionType = async ({ name, action, run }) => {
  const list = run.resolve(action.foreach)
  if (!Array.isArray(list)) throw new Error(`A list was expected, not ${JSON.stringify(list)}.`)
  const rounds: Status[] = []
  for (const entry of list as readonly unknown[]) {
    rounds.push(await run.withItem(name, entry).runAll(action.actions ?? {}))
  }
  return { status: rounds.find((status) => failed.includes(status)) ?? 'Succeeded' }
}

const usualRounds = 60
const usualTime = 'PT1H'

/** Runs again and again until a condition holds, or there were enough rounds or time. */
export const until: ActionType = async ({ action, run }) => {
  const { count = usualRounds, timeout = usualTime } = action.limit ?? {}
  const end = run.context.clock.now() + milliseconds(timeout)
  for (let round = 1; ; round++) {
    const status = await run.runAll(action.actions ?? {})
    if (failed.includes(status)) return { status }
    if (isSo(action.expression, run) || round >= count) return { status: 'Succeeded' }
    if (run.context.clock.now() >= end) return { status: 'TimedOut' }
  }
}

const units: Readonly<Record<string, number>> = {
  Second: 1_000,
  Minute: 60_000,
  Hour: 3_600_000,
  Day: 86_400_000,
}

export const wait: ActionType = async ({ action, run }) => {
  const { interval } = action.inputs as {
    interval: { readonly count: number; readonly unit: string }
  }
  const unit = units[interval.unit]
  if (unit === undefined) throw new Error(`Nobody waits for ${interval.unit}.`)
  await run.context.clock.sleep(interval.count * unit)
  return { status: 'Succeeded' }
}

export const terminate: ActionType = ({ action, run }) => {
  const { runStatus, runError } = run.resolve(action.inputs) as {
    readonly runStatus: Status
    readonly runError?: { readonly message?: string }
  }
  throw new Terminated(runStatus, runError?.message ?? '')
}

/** A text that is an expression, or an object such as `{ "and": [{ "equals": [a, b] }] }`. */
function isSo(expression: unknown, run: Run): boolean {
  if (typeof expression === 'string') return run.resolve(expression) === true
  const [[name, operands] = []] = Object.entries(expression as Readonly<Record<string, unknown>>)
  if (name === undefined)
    throw new Error(`A condition was expected, not ${JSON.stringify(expression)}.`)
  const list = Array.isArray(operands) ? (operands as readonly unknown[]) : [operands]
  const values = list.map((operand) =>
    typeof operand === 'object' && operand !== null && !Array.isArray(operand)
      ? isSo(operand, run)
      : run.resolve(operand),
  )
  return callFunction(name, values) === true
}
