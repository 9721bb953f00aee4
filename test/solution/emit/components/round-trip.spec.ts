import fc from 'fast-check'

import { packageFiles, unpackedFiles, zipOf } from '../../../../solution/emit/index.js'
import { packageFromZip, readSolution } from '../../../../solution/read/index.js'
import { mergeFolder } from '../../../../solution/read/package/merge-folder.js'
import { inOrder } from '../package/comparable.js'
import { solution } from './arbitraries.js'

describe('Components of a solution', () => {
  it('are read back from a zip as they were emitted, whatever they are', () => {
    fc.assert(
      fc.property(solution, fc.boolean(), (made, managed) => {
        const zip = zipOf(packageFiles(made, { managed }))
        expect(readSolution(packageFromZip(zip, 'made.zip'))).toEqual(made)
      }),
      { numRuns: 60 },
    )
  })

  it('are read back from an unpacked folder, in the order of its files', () => {
    fc.assert(
      fc.property(solution, (made) => {
        fc.pre(new Set(made.roles.map((role) => fileName(role.name))).size === made.roles.length)
        fc.pre(new Set(made.webResources.map((one) => one.name)).size === made.webResources.length)
        fc.pre(new Set(made.apps.map((one) => one.uniqueName)).size === made.apps.length)
        const read = readSolution(mergeFolder(unpackedFiles(made), 'made'))
        expect(inOrder(read)).toEqual(inOrder(made))
      }),
      { numRuns: 60 },
    )
  })
})

const fileName = (name: string) => name.replace(/[<>:"/\\|?*]/g, '_')
