import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { packageFiles, unpackedFiles, zipOf } from '../../../../solution/emit/index.js'
import { describeFinding, lintPackage } from '../../../../solution/emit/lint/index.js'
import type {
  Form,
  Solution,
  TableComponent,
  View,
} from '../../../../solution/model/solution/index.js'
import { openPackage, packageFromZip } from '../../../../solution/read/index.js'
import { main, solutions } from '../../app/all-solutions.js'

const zipped = (solution: Solution, managed = false) =>
  packageFromZip(zipOf(packageFiles(solution, { managed })), `${solution.uniqueName}.zip`)

const findingsOf = (solution: Solution) => lintPackage(zipped(solution)).map(describeFinding)

/** The main solution with another form or view of one table. */
function withParts(
  tableName: string,
  change: (component: TableComponent) => Partial<TableComponent>,
): Solution {
  const tables = main.tables.map((component) =>
    component.table.schemaName === tableName ? { ...component, ...change(component) } : component,
  )
  return { ...main, tables }
}

const jobs = 'govcdm_IntegrationSyncJob'

describe('Linting what the emitter makes of the declarations', () => {
  for (const solution of solutions) {
    for (const managed of [false, true]) {
      it(`finds nothing in the ${managed ? 'managed' : 'unmanaged'} zip of ${solution.uniqueName}`, () => {
        expect(lintPackage(zipped(solution, managed)).map(describeFinding)).toEqual([])
      })
    }

    it(`finds nothing in the unpacked folder of ${solution.uniqueName}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'unpacked-'))
      try {
        for (const [path, bytes] of unpackedFiles(solution)) {
          await mkdir(dirname(join(folder, path)), { recursive: true })
          await writeFile(join(folder, path), bytes)
        }
        expect(lintPackage(await openPackage(folder)).map(describeFinding)).toEqual([])
      } finally {
        await rm(folder, { recursive: true })
      }
    })
  }

  it('names the column of a view that does not exist', () => {
    const wrong = (view: View): View => ({
      ...view,
      ...(view.layout && {
        layout: { ...view.layout, columns: [{ name: 'govcdm_mood', width: 100 }] },
      }),
    })
    const findings = findingsOf(
      withParts(jobs, ({ views }) => ({
        views: views.map((view, index) => (index === 0 ? wrong(view) : view)),
      })),
    )
    expect(findings).toContain(
      jasmine.stringMatching(
        /^error V3-columns .*"govcdm_integrationsyncjob" has no column "govcdm_mood"/,
      ),
    )
  })

  it('names the field of a form whose control is for another type', () => {
    const integerClass = 'C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F'
    const wrong = (form: Form): Form =>
      JSON.parse(JSON.stringify(form), (_key, part: unknown) =>
        isStatusField(part) ? { ...part, classId: integerClass } : part,
      ) as Form
    const findings = findingsOf(withParts(jobs, ({ forms }) => ({ forms: forms.map(wrong) })))
    expect(findings).toContain(
      jasmine.stringMatching(/^error F4 .*the column "govcdm_jobstatus" has Type picklist\.$/),
    )
  })

  it('names both holders of a duplicate id', () => {
    const findings = findingsOf(
      withParts(jobs, ({ views }) => ({
        views: views.map((view) => ({ ...view, id: views[0]?.id ?? '' })),
      })),
    )
    expect(findings).toContain(
      jasmine.stringMatching(
        /^error L6 .*savedquery ".+" \{.+\}: The id \{.+\} is already that of Entity govcdm_IntegrationSyncJob > savedquery "/,
      ),
    )
  })
})

const isStatusField = (part: unknown): part is object =>
  typeof part === 'object' &&
  part !== null &&
  'column' in part &&
  part.column === 'govcdm_jobstatus'
