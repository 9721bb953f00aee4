import { virtualClock } from './clock.js'
import { standIn } from './connection.js'
import { sendOverHttp } from './connector/http.js'
import { Run } from './run.js'
import type { Actions, Status } from './workflow.js'

const after = (...names: readonly string[]) =>
  Object.fromEntries(names.map((one) => [one, ['Succeeded'] as const]))
const failing = { type: 'Compose', inputs: '@nothing()' } as const
const compose = (inputs: unknown = 1) => ({ type: 'Compose', inputs }) as const

function runWith(body: unknown = {}): Run {
  return new Run({
    runName: 'run',
    clock: virtualClock(),
    connections: { mail: standIn({ Send: () => ({ sent: true }) }) },
    parameters: {},
    send: sendOverHttp,
    trigger: { outputs: { body } },
  })
}

describe('A run of a flow', () => {
  const cases: readonly (readonly [string, Actions, Status, Readonly<Record<string, Status>>])[] = [
    [
      'skips what runs after a failure and fails',
      { A: failing, B: { ...compose(), runAfter: after('A') } },
      'Failed',
      { A: 'Failed', B: 'Skipped' },
    ],
    [
      'succeeds where a failure is taken care of',
      { A: failing, B: { ...compose(), runAfter: { A: ['Failed'] } } },
      'Succeeded',
      { A: 'Failed', B: 'Succeeded' },
    ],
    [
      'runs in the order of dependencies, not of the file',
      { B: { ...compose("@outputs('A')"), runAfter: after('A') }, A: compose() },
      'Succeeded',
      { A: 'Succeeded', B: 'Succeeded' },
    ],
    [
      'fails with a scope in which something failed, and skips all within a scope that is skipped',
      {
        A: { type: 'Scope', actions: { In: failing } },
        B: { type: 'Scope', actions: { Deep: compose() }, runAfter: after('A') },
      },
      'Failed',
      { A: 'Failed', In: 'Failed', B: 'Skipped', Deep: 'Skipped' },
    ],
    [
      'takes one branch of a condition',
      {
        If: {
          type: 'If',
          expression: {
            and: [{ equals: ["@triggerBody()?['a']", 1] }, { not: { equals: [1, 2] } }],
          },
          actions: { Yes: compose() },
          else: { actions: { No: compose() } },
        },
      },
      'Succeeded',
      { If: 'Succeeded', Yes: 'Succeeded', No: 'Skipped' },
    ],
    [
      'goes through all entries of a list, though one fails',
      {
        Each: {
          type: 'Foreach',
          foreach: "@createArray(0, 'x', 2)",
          actions: { Add: compose("@add(items('Each'), 1)") },
        },
      },
      'Failed',
      { Each: 'Failed', Add: 'Succeeded' },
    ],
  ]

  for (const [what, actions, status, each] of cases) {
    it(what, async () => {
      const run = runWith({ a: 1 })

      expect(await run.runAll(actions)).toBe(status)
      for (const [name, expected] of Object.entries(each)) {
        expect(run.outcomes.get(name)?.status).withContext(name).toBe(expected)
      }
    })
  }

  it('repeats until a condition holds, on its own clock', async () => {
    const run = runWith()
    const begun = run.context.clock.now()
    const status = await run.runAll({
      Until: {
        type: 'Until',
        expression: `@greater(length(outputs('Time')), 0)`,
        limit: { count: 3, timeout: 'PT1H' },
        actions: {
          Wait: { type: 'Wait', inputs: { interval: { count: 10, unit: 'Minute' } } },
          Time: { ...compose(''), runAfter: after('Wait') },
        },
      },
    })

    expect(status).toBe('Succeeded')
    expect(run.context.clock.now() - begun).toBe(30 * 60_000)
  })

  it('shapes lists', async () => {
    const run = runWith([{ n: 1 }, { n: 2 }])
    await run.runAll({
      Odd: { type: 'Query', inputs: { from: '@triggerBody()', where: "@less(item()?['n'], 2)" } },
      Names: { type: 'Select', inputs: { from: '@triggerBody()', select: { a: "@item()?['n']" } } },
      Table: {
        type: 'Table',
        inputs: {
          from: '@triggerBody()',
          format: 'HTML',
          columns: [{ header: 'N', value: "@concat('<', item()?['n'])" }],
        },
      },
    })
    const outputs = (name: string) => run.outcomes.get(name)?.outputs

    expect(outputs('Odd')).toEqual({ body: [{ n: 1 }] })
    expect(outputs('Names')).toEqual({ body: [{ a: 1 }, { a: 2 }] })
    expect(outputs('Table')).toEqual({
      body: '<table><thead><tr><th>N</th></tr></thead><tbody><tr><td>&lt;1</td></tr><tr><td>&lt;2</td></tr></tbody></table>',
    })
  })

  it('does not hide a mistake in the flow’s own form', async () => {
    await expectAsync(
      runWith().runAll({ A: { ...compose(), runAfter: after('B') } }),
    ).toBeRejected()
    await expectAsync(runWith().runAll({ A: { type: 'Teleport' } })).toBeRejectedWithError(
      /Teleport/,
    )
  })
})
