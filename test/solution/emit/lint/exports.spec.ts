import { basename } from 'node:path'

import { lintPackage } from '../../../../solution/emit/lint/index.js'
import { openPackage } from '../../../../solution/read/index.js'
import { referenceExports } from '../../reference-exports.js'
import { packageOf, validFiles } from './valid/package.js'

/** Findings of one rule in a real export, all true, and why the export is as it is. */
interface Explained {
  readonly rule: string
  readonly count: number
  /** What all of them are about. */
  readonly about: RegExp
  readonly reason: string
}

const quickCreateFlags: Explained = {
  rule: 'F7-form',
  count: 3,
  about: /^Entity govcdm_(ContentTemplate|DiscussionItem|Document)$/,
  reason: 'Three tables allow Quick Create and have no form for it yet.',
}

const missingFile = 'L3'

const onlyXml = (count: number, about: RegExp): Explained => ({
  rule: missingFile,
  count,
  about,
  reason: 'The copy of the export holds only the XML: files of other kinds were left out of it.',
})

const formulas = (count: number, about: RegExp): Explained => ({
  rule: 'T13',
  count,
  about,
  reason: 'Calculated and formula columns are legal; ours are plain.',
})

const unmappedRole: Explained = {
  rule: 'A5',
  count: 1,
  about: /^Role /,
  reason: 'The role is for the table; the app was left to the administrator roles.',
}

const explained: Readonly<Record<string, readonly Explained[]>> = {
  'govcdm_core_1_0_1_0_managed.zip': [quickCreateFlags],
  'govcdm_core_1_0_1_0_unmanaged.zip': [quickCreateFlags],
  'canvas_calendar.xml-only.zip': [
    onlyXml(5, /^CanvasApp |^manifest /),
    {
      rule: 'L5-options',
      count: 50,
      about: /^optionset raw_states > option 6997300/,
      reason: 'The choice was made under another publisher, whose range is the next one.',
    },
    unmappedRole,
  ],
  'grants_management.xml-only.zip': [
    onlyXml(3, /^CanvasApp |^Workflow /),
    {
      rule: 'L5',
      count: 4,
      about: /^Entity new_bpf_grants_management/,
      reason: 'The table of a process and its columns are named by the platform.',
    },
    {
      rule: 'T8-length',
      count: 1,
      about: /attribute cr3df_ManagerComments/,
      reason: 'The column was shortened; its length in the store stayed.',
    },
    formulas(3, /Calculated|calculated|bpf_Duration/),
    {
      rule: 'V3',
      count: 9,
      about: /^Entity new_bpf_grants_management .*cell statuscode$/,
      reason: 'The platform makes the views of a process table so.',
    },
  ],
  'software_asset_manager.xml-only.zip': [
    onlyXml(10, /^Workflow |^WebResource /),
    {
      rule: 'L5',
      count: 3,
      about: /^Entity fedabs_inquiryprocess > attribute bpf_/,
      reason: 'Columns of the table of a process are named by the platform.',
    },
    {
      rule: 'L5-options',
      count: 5,
      about: /option/,
      reason: 'Values were given by hand.',
    },
    {
      rule: 'T2-required',
      count: 1,
      about: /attribute fedabs_Name$/,
      reason: 'Rows of this table may go without a name.',
    },
    formulas(3, /alculated|bpf_Duration/),
    {
      rule: 'A4',
      count: 1,
      about: /^AppModule fedabs_softwareassetmanagement > WebResourceId$/,
      reason: "The app's icon is another solution's, which is not listed.",
    },
    unmappedRole,
  ],
  'transcript_playback.xml-only.zip': [
    {
      rule: 'L2-environment-variables',
      count: 6,
      about: /^environmentvariabledefinition demo_/,
      reason: 'Exports leave these root components out.',
    },
    onlyXml(13, /^CanvasApp |^Workflow |^WebResource /),
    formulas(6, /attribute demo_/),
  ],
  'upsert_sample.xml-only.zip': [
    {
      rule: 'T8-length',
      count: 2,
      about: /attribute OwnerId(Yomi)?Name/,
      reason: 'An export of version 7 lists columns that the platform no longer lists.',
    },
  ],
}

/** A real export, or ours where none is at hand. */
const packages = new Map([
  ['things.zip', () => Promise.resolve(packageOf(validFiles))],
  ...referenceExports.map((path) => [basename(path), () => openPackage(path)] as const),
])

describe('Linting real exports', () => {
  for (const [name, open] of packages) {
    it(`finds only what is true in ${name}`, async () => {
      const findings = lintPackage(await open())
      const reasons = explained[name] ?? []
      for (const { rule, count, about } of reasons) {
        const same = findings.filter((finding) => finding.rule === rule)
        expect(same.length).withContext(rule).toBe(count)
        expect(same.filter(({ element }) => !about.test(element))).toEqual([])
      }
      const rules = new Set(reasons.map(({ rule }) => rule))
      expect(findings.filter(({ rule }) => !rules.has(rule))).toEqual([])
      const errors = findings.filter(({ level }) => level === 'error')
      expect(errors.filter(({ rule }) => rule !== missingFile)).toEqual([])
      if (name.startsWith('govcdm_core')) expect(errors).toEqual([])
    })
  }
})
