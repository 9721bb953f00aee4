import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runInProcess } from './spec-process.js'
import { settledTally } from './tally.js'
import type { Tally } from './tally.js'

describe('a suite in a process of its own', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suite-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  async function tallyOf(name: string, specs: string): Promise<Tally> {
    const file = join(folder, `${name}.mjs`)
    await writeFile(file, specs)
    return runInProcess('jasmine-process.ts', [file], { silent: true })
  }

  it('counts what passed, failed and is pending', async () => {
    const tally = await tallyOf(
      'counts',
      `describe('s', () => {
         it('passes', () => expect(1).toBe(1))
         it('fails', () => expect(1).toBe(2))
         xit('waits', () => undefined)
       })`,
    )
    expect(tally).toEqual(jasmine.objectContaining({ passed: 1, failed: 1, pending: 1 }))
  })

  it('names what failed, with what was expected and where', async () => {
    const tally = await tallyOf(
      'names',
      `describe('sums', () => {
         it('are right', () => expect(1).toBe(1))
         it('are wrong', () => expect(1).toBe(2))
         afterAll(() => { throw new Error('left open') })
       })`,
    )
    expect(tally.failures).toEqual([
      jasmine.stringMatching(/^sums are wrong\nExpected 1 to be 2\.\n[^]*names\.mjs/),
      jasmine.stringMatching(/^sums \(beforeAll or afterAll\)\nError: left open\n/),
    ])
  })

  it('counts a failure that belongs to no spec', async () => {
    const tally = await tallyOf(
      'after-all',
      `describe('s', () => {
         afterAll(() => { throw new Error('left open') })
         it('passes', () => expect(1).toBe(1))
       })`,
    )
    expect(tally).toEqual(jasmine.objectContaining({ passed: 1, failed: 1 }))
  })

  it('fails when specs are left out by a forgotten fit', async () => {
    const tally = await tallyOf('focused', `fit('only', () => expect(1).toBe(1))`)
    expect(tally).toEqual(jasmine.objectContaining({ passed: 1, failed: 1 }))
  })

  it('fails when it runs no spec', async () => {
    expect((await tallyOf('empty', `export {}`)).failed).toBe(1)
  })

  it('fails when its process ends before it reported', async () => {
    const tally = await tallyOf('exits', `it('leaves', () => process.exit(0))`)
    expect(tally.failed).toBe(1)
    expect(tally.problem).toContain('before it reported')
  })

  it('fails when a spec file cannot be loaded', async () => {
    expect((await tallyOf('broken', `import './not-there.mjs'`)).failed).toBe(1)
  })

  it('ends although specs left something open', async () => {
    const tally = await tallyOf(
      'open',
      `it('passes', () => { setInterval(() => undefined, 1000); expect(1).toBe(1) })`,
    )
    expect(tally).toEqual(jasmine.objectContaining({ passed: 1, failed: 0 }))
  })
})

describe('settledTally', () => {
  const passed = { passed: 3, failed: 0, pending: 0 }

  it('believes a report that the exit code agrees with', () => {
    expect(settledTally(passed, 0)).toEqual(passed)
    const failed = { passed: 3, failed: 2, pending: 0 }
    expect(settledTally(failed, 1)).toEqual(failed)
  })

  it('fails a report of nothing but successes when the process ended badly', () => {
    expect(settledTally(passed, 1).failed).toBe(1)
    expect(settledTally(passed, null).failed).toBe(1)
  })
})
