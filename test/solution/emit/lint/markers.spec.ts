import { describeFinding, lintPackage } from '../../../../solution/emit/lint/index.js'
import type { SolutionPackage } from '../../../../solution/read/index.js'
import { packageOf, validFiles } from './valid/package.js'
import { idOf } from './valid/xml.js'

const allMarkers = '<Entity><Name /><EntityInfo /><FormXml /><SavedQueries /></Entity>'
const formFile = `Entities/govcdm_Thing/FormXml/main/{${idOf('thing main')}}.xml`

function folderOf(files: Readonly<Record<string, string>>): SolutionPackage {
  const encoder = new TextEncoder()
  return {
    ...packageOf(validFiles),
    kind: 'folder',
    unpacked: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
  }
}

const root = '<ImportExportXml><Entities /><Roles /></ImportExportXml>'

describe('Linting an unpacked folder', () => {
  it('finds nothing where every part has its marker', () => {
    const folder = folderOf({
      'Other/Customizations.xml': root,
      'Entities/govcdm_Thing/Entity.xml': allMarkers,
      [formFile]: '<forms />',
      'Entities/govcdm_Thing/SavedQueries/{1}.xml': '<savedqueries />',
      'Roles/Keeper of things.xml': '<Role />',
    })
    expect(lintPackage(folder).map(describeFinding)).toEqual([])
  })

  it('F9 finds an Entity.xml without marker for the forms beside it', () => {
    const folder = folderOf({
      'Other/Customizations.xml': root,
      'Entities/govcdm_Thing/Entity.xml': allMarkers.replace('<FormXml />', ''),
      [formFile]: '<forms />',
    })
    expect(lintPackage(folder).map(describeFinding)).toEqual([
      `error F9 Entities/govcdm_Thing/Entity.xml:1 Entity: There is no <FormXml />, so the packer leaves "${formFile}" out; expected the empty element.`,
    ])
  })

  it('F9-root warns of a folder of components without marker', () => {
    const folder = folderOf({
      'Other/Customizations.xml': root,
      'OptionSets/govcdm_colour.xml': '<optionset />',
    })
    expect(lintPackage(folder).map(describeFinding)).toEqual([
      'warning F9-root Other/Customizations.xml:1 ImportExportXml: There is no <optionsets />, so the packer leaves "OptionSets/govcdm_colour.xml" out; expected the empty element.',
    ])
  })

  it('names the file of the folder that the faulty part stands in', () => {
    const text = validFiles.get('customizations.xml') ?? ''
    const faulty = new Map(validFiles).set(
      'customizations.xml',
      text.replace('datafieldname="govcdm_size"', 'datafieldname="govcdm_weight"'),
    )
    const folder = { ...folderOf({ [formFile]: '<forms />' }), ...trees(packageOf(faulty)) }
    expect(lintPackage(folder).map(({ rule, file }) => [rule, file])).toEqual([['F1', formFile]])
  })
})

const trees = ({ solution, customizations }: SolutionPackage) => ({ solution, customizations })
