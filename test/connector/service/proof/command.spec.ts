import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { remove, update } from '../../../../connector/dataverse/index.js'
import { laneId } from '../../../../connector/engine/index.js'
import { integrationLane, integrationLedger } from '../../../../solution/tables/index.js'
import { startWorkerStack } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import { addPolicies, longestChain, postJobs, tamper } from './written-ledger.js'

const project = fileURLToPath(new URL('../../../../', import.meta.url))

interface Ended {
  readonly code: number
  readonly lines: readonly string[]
  readonly errors: string
}

/** The command as an administrator runs it, on the stack's store. */
function run(
  { store }: WorkerStack,
  given: readonly string[],
  SIGNING_SECRET = 's'.repeat(32),
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'connector/service/main/verify-ledger.ts', ...given],
      { cwd: project, env: { ...process.env, DATAVERSE_URL: store.origin, SIGNING_SECRET } },
      (_, stdout, errors) => {
        resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n'), errors })
      },
    )
  })
}

describe('The command that verifies the ledger', () => {
  let stack: WorkerStack
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'checkpoint-'))
    stack = await startWorkerStack()
    await addPolicies(stack)
    await postJobs(stack)
    const worker = stack.startWorker()
    await stack.settled()
    await worker.stop()
  })

  afterEach(async () => {
    await stack.close()
    await rm(folder, { recursive: true })
  })

  it('prints a line a lane and leaves a checkpoint that finds what is cut off later', async () => {
    const file = join(folder, 'checkpoint.json')
    const good = await run(stack, ['--write-checkpoint', file])
    expect([good.code, good.errors]).toEqual([0, ''])
    const lanes = good.lines.slice(0, -1)
    expect(lanes.length).toBeGreaterThan(4)
    for (const line of lanes)
      expect(line).toMatch(/^ok {5}(account|contact)\/\d {2}\d+ entr(y|ies) verified$/)
    expect(good.lines.at(-1)).toMatch(
      /^\d+ entries in \d+ lanes: the ledger is as it was written\.$/,
    )
    expect(await readFile(file, 'utf8')).toContain('"signature"')

    const { key, entries } = await longestChain(stack)
    const [table = '', lane = ''] = key.split('/')
    await stack.client.send(remove(integrationLedger, entries.at(-1)?.id ?? ''))
    await stack.client.send(
      update(integrationLane, laneId(table, Number(lane)), {
        lastChainSequence: entries.length - 1,
        lastEntryHash: entries.at(-2)?.entryHash ?? '',
      }),
    )
    const cut = await run(stack, ['--checkpoint', file])
    expect(cut.code).toBe(1)
    expect(cut.lines.filter((line) => line.startsWith('FAULT'))).toEqual([
      `FAULT  ${key}  The chain of lane ${key} was cut after place ${entries.length - 1}. ` +
        `Expected a chain to place ${entries.length} or further, found an end at place ${entries.length - 1}.`,
    ])

    const forged = await run(stack, ['--checkpoint', file], 't'.repeat(32))
    expect(forged.code).toBe(1)
    expect(forged.errors).toBe(
      `The checkpoint ${file} was changed, or signed with another SIGNING_SECRET.\n`,
    )
  })

  it('names the altered entry, ends with 1, and takes no checkpoint then', async () => {
    const { key, entries } = await longestChain(stack)
    const altered = entries[1]
    await tamper(stack, altered?.id ?? '', 'value', 'Mallory')
    const file = join(folder, 'checkpoint.json')
    const [table = ''] = key.split('/')
    const { code, lines, errors } = await run(stack, ['--table', table, '--write-checkpoint', file])
    expect(code).toBe(1)
    expect(lines.filter((line) => line.startsWith('FAULT')).length).toBe(1)
    expect(lines.join('\n')).toContain(
      `Entry ${altered?.name ?? ''} (${altered?.id ?? ''}) at place 2 of lane ${key} was altered. ` +
        'Expected hash ',
    )
    expect(lines.at(-1)).toMatch(/: 1 lane is not as written\.$/)
    expect(errors).toBe('No checkpoint of a faulty ledger is taken.\n')
    await expectAsync(readFile(file)).toBeRejected()
  })
})
