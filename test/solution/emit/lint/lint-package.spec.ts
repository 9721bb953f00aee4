import { describeFinding, lintPackage, rules } from '../../../../solution/emit/lint/index.js'
import type { Finding } from '../../../../solution/emit/lint/index.js'
import { appFaults, securityFaults } from './faults/app.js'
import { customizations, replace, solution } from './faults/fault.js'
import { formFaults } from './faults/form.js'
import { packageFaults } from './faults/package.js'
import { tableRelationFaults } from './faults/table-relations.js'
import { tableFaults } from './faults/table.js'
import { viewFaults } from './faults/view.js'
import { packageOf, validFiles } from './valid/package.js'

const faults = [
  ...packageFaults,
  ...tableFaults,
  ...tableRelationFaults,
  ...viewFaults,
  ...formFaults,
  ...appFaults,
  ...securityFaults,
]

/** Rules of unpacked folders, which have a spec of their own. */
const ofFolders = ['F9', 'F9-root']

describe('Linting a package', () => {
  it('finds nothing in a valid one', () => {
    expect(lintPackage(packageOf(validFiles)).map(describeFinding)).toEqual([])
  })

  for (const { name, edit, also = [], line, ...expected } of faults) {
    const { rule, element, message, file = customizations, level = 'error' } = expected
    it(`${rule} finds ${name}`, () => {
      const files = edit(validFiles)
      const findings = lintPackage(packageOf(files))
      const found = findings.find((each) => each.rule === rule && each.element === element)
      expect(found ?? findings).toEqual(jasmine.objectContaining({ rule, level, file, element }))
      expect(found?.message).toContain(message)
      expect(new Set(findings.map((each) => each.rule))).toEqual(new Set([rule, ...also]))
      if (line !== undefined) expect(lineOf(files.get(file), found)).toContain(line)
    })
  }

  it('has a planted fault for every rule', () => {
    const planted = new Set([...faults.map(({ rule }) => rule), ...ofFolders])
    expect(rules.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([])
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('takes the names that the platform derives from lookups and choices for columns', () => {
    const order = replace('<order attribute="createdon"', '<order attribute="govcdm_thingname"')
    expect(lintPackage(packageOf(order(validFiles)))).toEqual([])
  })

  it('holds packages of other publishers to house rules only by a warning', () => {
    const theirs = replace('<UniqueName>microsoftgovcdm', '<UniqueName>other', solution)(validFiles)
    const [finding, ...more] = lintPackage(
      packageOf(replace('<option value="166840001"', '<option value="7"')(theirs)),
    )
    expect(more).toEqual([])
    expect(finding).toEqual(jasmine.objectContaining({ rule: 'L5-options', level: 'warning' }))
  })

  it('says file, line, element and what was expected in one line', () => {
    const files = replace('<Managed>0', '<Managed>2', solution)(validFiles)
    expect(lintPackage(packageOf(files)).map(describeFinding)).toEqual([
      'error L4 solution.xml:5 SolutionManifest > Managed: Managed is "2"; expected 0 or 1.',
    ])
  })
})

function lineOf(text: string | undefined, finding: Finding | undefined): string | undefined {
  return finding?.line === undefined ? undefined : text?.split('\n')[finding.line - 1]
}
