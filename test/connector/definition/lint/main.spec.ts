import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { edited } from './faults/fault.js'
import { validConnector } from './valid/connector.js'

const project = fileURLToPath(new URL('../../../../', import.meta.url))

function lint(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'connector/definition/lint/main.ts', ...given],
    { cwd: project, encoding: 'utf8' },
  )
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

describe('The command that lints a connector', () => {
  let parent: string
  const at = (...names: readonly string[]) => join(parent, ...names)

  async function connector(name: string, definition: unknown): Promise<string> {
    const { properties, readme = '', icon = Buffer.alloc(0) } = validConnector()
    await mkdir(at(name))
    const text = JSON.stringify(definition, undefined, 4)
    await writeFile(at(name, 'apiDefinition.swagger.json'), `\uFEFF${text}`)
    await writeFile(at(name, 'apiProperties.json'), JSON.stringify(properties))
    await writeFile(at(name, 'readme.md'), readme)
    await writeFile(at(name, 'icon.png'), icon)
    return at(name)
  }

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'connector-'))
  })

  afterAll(async () => {
    await rm(parent, { recursive: true })
  })

  it('ends with 0 where nothing is wrong, and says that nothing was released yet', async () => {
    const folder = await connector('valid', validConnector().definition)
    const { status, lines } = lint(folder)

    expect(lines).toEqual([
      `${folder}: nothing was released yet, so no change can break flows`,
      `${folder}: 0 errors, 0 warnings`,
    ])
    expect(status).toBe(0)
  })

  it('prints each finding on a line and ends with 1 where one of them is an error', async () => {
    const broken = edited(validConnector().definition, [['host', 'localhost']])
    const folder = await connector('broken', broken)
    const { status, lines } = lint(folder)

    expect(lines[0]).toBe(
      'error HostMustBeProduction apiDefinition.swagger.json $.host: ' +
        'The host "localhost" is one for trying out; expected the host of production.',
    )
    expect(lines.at(-1)).toBe(`${folder}: 1 error, 0 warnings`)
    expect(status).toBe(1)
  })

  it('compares with the released definition of the folder, or with a given one', async () => {
    const { definition } = validConnector()
    const folder = await connector('released', definition)
    const released = edited(definition, [['basePath', '/v0']])
    await writeFile(at('old.json'), JSON.stringify(released))

    expect(lint(folder, '--against', at('old.json')).lines[0]).toContain('error OperationMoved')

    await mkdir(at('released', 'released'))
    await cp(at('old.json'), at('released', 'released', 'apiDefinition.swagger.json'))
    const { status, lines } = lint(folder)
    expect(lines[0]).toContain('error OperationMoved')
    expect(status).toBe(1)
  })

  it('ends with 2 for a folder without the files, a file that is no JSON, and other arguments', async () => {
    await mkdir(at('empty'))
    const folder = await connector('text', {})
    await writeFile(at('text', 'apiProperties.json'), '{')

    const [empty, text, wrong] = [lint(at('empty')), lint(folder), lint('--unknown')]
    expect([empty.status, text.status, wrong.status]).toEqual([2, 2, 2])
    expect(empty.stderr).toContain(at('empty', 'apiDefinition.swagger.json'))
    expect(text.stderr).toContain('apiProperties.json is no JSON')
    expect(wrong.stderr).toContain('usage: ')
  })
})
