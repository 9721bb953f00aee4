import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { zipSync } from 'fflate'

import { packageFiles, zipOf } from '../../../../solution/emit/index.js'
import {
  SolutionFormatError,
  openPackage,
  packageFromZip,
  readSolution,
} from '../../../../solution/read/index.js'
import { example } from '../../app/all-solutions.js'

const utf8 = new TextEncoder()
const whole = zipOf(packageFiles(example, { managed: false }))

/** The example's zip with some files changed; `undefined` takes one out. */
function zipWith(changes: Readonly<Record<string, string | undefined>>): Uint8Array {
  const files = new Map(packageFiles(example, { managed: false }))
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) files.delete(path)
    else files.set(path, utf8.encode(content))
  }
  return zipOf(files)
}

function refusal(bytes: Uint8Array): string {
  try {
    readSolution(packageFromZip(bytes, 'some.zip'))
  } catch (error) {
    if (error instanceof SolutionFormatError) return error.message
    throw error
  }
  return 'It was read.'
}

/** A zip of one file of this name, which no tool would make. */
function zipNamed(path: string): Uint8Array {
  const innocent = 'i'.repeat(path.length)
  const bytes = Buffer.from(zipSync({ [innocent]: utf8.encode('x') }))
  for (let at = bytes.indexOf(innocent); at >= 0; at = bytes.indexOf(innocent)) {
    bytes.write(path, at, 'latin1')
  }
  return bytes
}

/** The zip with the size that its directory declares for each file set to 1 GB. */
function withDeclaredSizes(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes)
  const entry = Buffer.from('PK\u0001\u0002', 'latin1')
  for (let at = changed.indexOf(entry); at >= 0; at = changed.indexOf(entry, at + 4)) {
    changed.writeUInt32LE(1024 ** 3, at + 24)
  }
  return changed
}

describe('Packages that are not what they should be', () => {
  it('are refused when they are no zip', () => {
    expect(refusal(utf8.encode('not a zip'))).toContain('some.zip: not a whole zip')
    expect(refusal(new Uint8Array())).toContain('some.zip: not a whole zip')
  })

  it('are refused wherever they are cut short', () => {
    for (let length = 0; length < whole.length; length += 97) {
      expect(refusal(whole.slice(0, length))).toContain('some.zip: ')
    }
  })

  it('never fail otherwise than by saying what is wrong, whatever byte is changed', () => {
    for (let at = 0; at < whole.length; at += 41) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(typeof refusal(changed)).toBe('string')
    }
  })

  it('are refused when a letter of a file is not the one that was packed', () => {
    const files = Object.fromEntries(packageFiles(example, { managed: false }))
    const bytes = Buffer.from(zipSync(files, { level: 0 }))
    bytes.write('X', bytes.indexOf('Governed Data'), 'latin1')
    expect(refusal(bytes)).toBe("some.zip: 'solution.xml' is damaged.")
  })

  it('are refused when a path leads out of the zip', () => {
    for (const path of ['../evil', '/etc/evil', 'a/../../evil', 'C:/evil', 'a//b', '__proto__']) {
      expect(refusal(zipNamed(path))).toBe(`some.zip: the path '${path}' leads out of the zip.`)
    }
    expect(refusal(zipNamed('..\\evil'))).toContain('leads out of the zip')
  })

  it('are refused before they are unpacked when they declare more than a solution has', () => {
    expect(refusal(withDeclaredSizes(whole))).toBe(
      'some.zip: its files unpack to more than 512 MB.',
    )
  })

  it('are refused without a manifest or customizations', () => {
    expect(refusal(zipWith({ 'solution.xml': undefined }))).toBe(
      'some.zip: not a solution: it has no solution.xml.',
    )
    expect(refusal(zipWith({ 'customizations.xml': undefined }))).toContain('no customizations.xml')
  })

  it('are refused with the file and the line of a document type', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'

    expect(refusal(zipWith({ 'customizations.xml': bomb }))).toBe(
      'some.zip/customizations.xml, line 2: a document type (<!DOCTYPE) is not accepted.',
    )
  })

  it('are refused with the element that has not what it needs', () => {
    const manifest = (inner: string) =>
      `<ImportExportXml><SolutionManifest>${inner}</SolutionManifest></ImportExportXml>`

    expect(refusal(zipWith({ 'solution.xml': '<a />' }))).toBe(
      'some.zip/solution.xml, line 1: <a> has no <SolutionManifest>.',
    )
    expect(refusal(zipWith({ 'solution.xml': manifest('') }))).toContain('has no <UniqueName>')
    expect(
      refusal(
        zipWith({ 'solution.xml': manifest('<UniqueName>a</UniqueName>\n<Version>1</Version>') }),
      ),
    ).toContain('<SolutionManifest> has no <Publisher>')
    const role = '<Role id="{1}" name="A"><RolePrivileges><RolePrivilege name="prvX" level="All" />'
    expect(
      refusal(
        zipWith({
          'customizations.xml': `<ImportExportXml><Roles>${role}</RolePrivileges></Role></Roles></ImportExportXml>`,
        }),
      ),
    ).toContain("the privilege prvX has level 'All', expected Basic, Local, Deep, Global.")
  })

  it('are refused when their text is not UTF-8', () => {
    const files = new Map(packageFiles(example, { managed: false }))
    files.set('solution.xml', new Uint8Array([0x3c, 0xff, 0xfe]))

    expect(refusal(zipOf(files))).toBe('some.zip/solution.xml: expected utf-8 text.')
  })

  describe('on disk', () => {
    let dir: string
    beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'hostile-'))))
    afterEach(() => rm(dir, { recursive: true }))

    it('are refused when there is nothing, or a folder that is no unpacked solution', async () => {
      await expectAsync(openPackage(join(dir, 'none'))).toBeRejectedWithError(
        SolutionFormatError,
        `${join(dir, 'none')}: expected a solution zip or folder, found none.`,
      )
      await expectAsync(openPackage(dir)).toBeRejectedWithError(
        SolutionFormatError,
        `${dir}: not an unpacked solution: it has no Other/Solution.xml.`,
      )
    })

    it('are not followed out of their folder by links', async () => {
      await mkdir(join(dir, 'Other'))
      await writeFile(join(dir, 'Other/Solution.xml'), '<a />')
      await writeFile(join(dir, 'Other/Customizations.xml'), '<ImportExportXml />')
      await symlink('/etc', join(dir, 'WebResources'))

      expect([...(await openPackage(dir)).files.keys()]).toEqual([])
    })
  })
})
