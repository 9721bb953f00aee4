import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { packageSolutions } from '../../../../solution/emit/output/package-solutions.js'
import type { Form, Solution, View } from '../../../../solution/model/solution/index.js'
import { openPackage, readSolution } from '../../../../solution/read/index.js'
import { connector, example, main } from '../../app/all-solutions.js'

const jobs = 'govcdm_integrationsyncjob'

/** The main solution with its job table's views or forms changed. */
const changed = (change: {
  readonly view?: (view: View) => View
  readonly form?: (form: Form) => Form
}): Solution => ({
  ...main,
  tables: main.tables.map((component) =>
    component.table.logicalName === jobs
      ? {
          ...component,
          views: component.views.map(change.view ?? ((view) => view)),
          forms: component.forms.map(change.form ?? ((form) => form)),
        }
      : component,
  ),
})

describe('npm run package', () => {
  let out: string
  let lines: string[]
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'package-'))
    lines = []
  })
  afterEach(() => rm(out, { recursive: true }))

  const run = (...solutions: readonly (() => Solution)[]) =>
    packageSolutions({ solutions, out, log: (line) => lines.push(line) })

  it('writes two zips and a folder a solution, and says what is in them', async () => {
    expect(
      await run(
        () => connector,
        () => example,
      ),
    ).toBe(true)

    const name = 'govcdm_dataintegrationworkbench_example_1_0_0_0'
    expect(await readdir(out)).toEqual(
      jasmine.arrayWithExactContents([
        'govcdm_dataintegrationworkbench_connector_1_0_0_0.zip',
        'govcdm_dataintegrationworkbench_connector_1_0_0_0_managed.zip',
        `${name}.zip`,
        `${name}_managed.zip`,
        'unpacked',
      ]),
    )
    expect(lines[0]).toBe('Data Integration Connector: connectors 1')
    expect(lines[1]).toBe('Data Integration Example: forms 2, apps 1, web resources 3')
    expect(lines[2]).toMatch(/_connector_1_0_0_0\.zip {2}\d+\.\d KB$/)
    const read = readSolution(await openPackage(join(out, `${name}_managed.zip`)))
    const folder = join(out, 'unpacked', example.uniqueName)
    expect(readSolution(await openPackage(folder))).toEqual(read)
  })

  it('marks each zip managed or not, and the folder as both', async () => {
    await run(() => example)

    const managed = async (path: string) => {
      const { solution } = await openPackage(join(out, path))
      const manifest = solution.children[0]?.children
      return manifest?.find(({ name }) => name === 'Managed')?.text
    }
    const name = `${example.uniqueName}_1_0_0_0`
    expect(await managed(`${name}.zip`)).toBe('0')
    expect(await managed(`${name}_managed.zip`)).toBe('1')
    expect(await managed(`unpacked/${example.uniqueName}`)).toBe('2')
  })

  it('takes the place of an earlier build and leaves other files alone', async () => {
    await mkdir(join(out, 'unpacked', 'gone'), { recursive: true })
    await writeFile(join(out, 'gone_1_0_0_0.zip'), 'old')
    await writeFile(join(out, 'other.txt'), 'mine')

    await run(() => example)

    expect(await readdir(join(out, 'unpacked'))).toEqual([example.uniqueName])
    expect(await readdir(out)).not.toContain('gone_1_0_0_0.zip')
    expect(await readFile(join(out, 'other.txt'), 'utf8')).toBe('mine')
  })

  const wrong: readonly (readonly [what: string, make: () => Solution, message: RegExp])[] = [
    [
      'a view with a column that does not exist',
      () =>
        changed({
          view: (view) =>
            view.layout
              ? {
                  ...view,
                  layout: {
                    ...view.layout,
                    columns: [...view.layout.columns, { name: 'govcdm_mood', width: 100 }],
                  },
                }
              : view,
        }),
      /error V3 .*govcdm_mood/,
    ],
    [
      'a form field of a control for another type',
      () => changed({ form: withClass('C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F') }),
      /error F4 .*govcdm_jobstatus/i,
    ],
    [
      'an id that two components have',
      () => {
        const [first] = main.roles
        return { ...main, roles: main.roles.map((role) => ({ ...role, id: first?.id ?? '' })) }
      },
      /error L6 .*the id/i,
    ],
    [
      'an app with an icon that is not there',
      () => ({ ...main, apps: main.apps.map((app) => ({ ...app, icon: 'govcdm_none' })) }),
      /^error The icon of the app govcdm_DataIntegrationWorkbench is 'govcdm_none'/,
    ],
  ]

  for (const [what, make, message] of wrong) {
    it(`fails for ${what}, names it, and leaves what was there as it was`, async () => {
      await writeFile(join(out, 'earlier_1_0_0_0.zip'), 'old')

      expect(await run(make, () => example)).toBe(false)

      expect(lines.some((line) => message.test(line.trim())))
        .withContext(lines.join('\n'))
        .toBe(true)
      expect(lines.at(-1)).toBe('1 of 2 solutions cannot be packaged; nothing is written.')
      expect(await readdir(out)).toEqual(['earlier_1_0_0_0.zip'])
    })
  }
})

/** The form with this class of control for its job status field. */
function withClass(classId: string): (form: Form) => Form {
  const text = JSON.stringify
  return (form) =>
    JSON.parse(text(form), (_, value: unknown) =>
      isJobStatus(value) ? { ...value, classId } : value,
    ) as Form
}

const isJobStatus = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  'column' in value &&
  value.column === 'govcdm_jobstatus'
