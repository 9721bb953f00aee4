import { fileURLToPath } from 'node:url'

import { breakingChanges } from '../../../../connector/definition/lint/changes/breaking-changes.js'
import { lintConnector } from '../../../../connector/definition/lint/lint-connector.js'
import { readFolder } from '../../../../connector/definition/lint/read-folder.js'

const folder = fileURLToPath(new URL('../../../../connector/definition/', import.meta.url))

describe('The connector of this project', () => {
  it('breaks no rule', async () => {
    const findings = lintConnector(await readFolder(folder))

    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('leaves as they are only fields that depend on one that may be left out', async () => {
    const findings = lintConnector(await readFolder(folder))
    const warnings = new Set(findings.map(({ rule }) => rule))

    expect([...warnings]).toEqual(['OperationParameterRequiredMismatch'])
  })

  it('breaks no flow that is built on itself', async () => {
    const { definition } = await readFolder(folder)

    expect(breakingChanges(definition, definition)).toEqual([])
  })
})
