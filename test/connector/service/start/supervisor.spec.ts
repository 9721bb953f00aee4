import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { ChildOptions } from '../../../../connector/service/start/child.js'
import { createSupervisor } from '../../../../connector/service/start/supervisor.js'

describe('the supervisor of npm start', () => {
  let folder = ''
  let note = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'supervisor-'))
    note = join(folder, 'note.txt')
  })

  afterEach(() => rm(folder, { recursive: true }))

  function child(name: string, script: string): ChildOptions {
    return {
      name,
      script: `test/connector/service/start/processes/${script}.ts`,
      args: [note, name],
      env: {},
      logFile: join(folder, `${name}.log`),
      readyLine: (line) => (line.startsWith('ready') ? line : undefined),
    }
  }

  it('starts processes and stops them in the opposite order, none by force', async () => {
    const supervisor = createSupervisor()

    const { line, pid } = await supervisor.start(child('store', 'waits'))
    expect(line).toBe('ready at http://127.0.0.1:4711')
    expect(pid).toBeGreaterThan(0)
    await supervisor.start(child('service', 'waits'))
    await supervisor.stop()

    expect(await readFile(note, 'utf8')).toBe('service store ')
    expect(await readFile(join(folder, 'store.log'), 'utf8')).toBe(
      'starting\nready at http://127.0.0.1:4711\n',
    )
  })

  it('tells how a process ended that was running, with what it printed last', async () => {
    const supervisor = createSupervisor()

    await supervisor.start(child('worker', 'dies'))
    const failure = await supervisor.failure
    await supervisor.stop()

    expect(failure.message).toContain('The worker ended with code 3.')
    expect(failure.message).toContain('the disk is full')
  })

  it('refuses to wait for a process that ended before it was ready', async () => {
    const supervisor = createSupervisor()

    await expectAsync(supervisor.start(child('service', 'refuses'))).toBeRejectedWithError(
      /The service ended with code 2[^]*NO_SUCH_SETTING is not set/,
    )
    await supervisor.stop()
  })

  it('starts nothing once it was told to stop', async () => {
    const supervisor = createSupervisor()

    await supervisor.stop()

    await expectAsync(supervisor.start(child('worker', 'waits'))).toBeRejectedWithError(
      /worker is not started/,
    )
  })

  it('leaves no process behind when the parent is killed', async () => {
    const script = 'test/connector/service/start/processes/parent.ts'
    const log = join(folder, 'child.log')
    const parent = spawn(process.execPath, ['--import', 'tsx', script, note, log], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())

    parent.kill('SIGKILL')
    await once(parent, 'exit')

    expect(pid).toBeGreaterThan(0)
    expect(await endsWithin(pid, 60_000)).toBeTrue()
    expect(await readFile(note, 'utf8')).toBe('child ')
  })
})

async function endsWithin(pid: number, limitMs: number): Promise<boolean> {
  const deadline = AbortSignal.timeout(limitMs)
  while (!deadline.aborted) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await pause(20)
  }
  return false
}
