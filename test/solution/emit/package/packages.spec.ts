import { packageFiles, unpackedFiles, zipOf } from '../../../../solution/emit/index.js'
import type { Solution } from '../../../../solution/model/solution/index.js'
import { openPackage, packageFromZip, readSolution } from '../../../../solution/read/index.js'
import { mergeFolder } from '../../../../solution/read/package/merge-folder.js'
import { solutions } from '../../app/all-solutions.js'
import { referenceExports } from '../../reference-exports.js'
import { comparable, inOrder } from './comparable.js'

const zip = (solution: Solution, managed = false) => zipOf(packageFiles(solution, { managed }))
const readZip = (bytes: Uint8Array) => readSolution(packageFromZip(bytes, 'some.zip'))
const readFolder = (solution: Solution) =>
  readSolution(mergeFolder(unpackedFiles(solution), 'folder'))

describe('A solution package', () => {
  for (const solution of solutions) {
    describe(`of ${solution.label}`, () => {
      const read = readZip(zip(solution))

      it('is read back from its zip as it was declared', () => {
        expect(comparable(read)).toEqual(comparable(solution))
      })

      it('is the same managed and unmanaged', () => {
        expect(readZip(zip(solution, true))).toEqual(read)
      })

      it('is read back from its unpacked folder, in the order of its files', () => {
        expect(inOrder(readFolder(solution))).toEqual(inOrder(read))
      })

      it('is read back exactly once it was read', () => {
        expect(readZip(zip(read))).toEqual(read)
      })

      it('has the same bytes in every time zone and from every folder', () => {
        const [zone, folder] = [process.env.TZ, process.cwd()]
        const here = zip(solution)
        try {
          process.env.TZ = 'Pacific/Auckland'
          process.chdir('/')
          expect(Buffer.from(zip(solution)).equals(here)).toBe(true)
        } finally {
          process.chdir(folder)
          if (zone === undefined) delete process.env.TZ
          else process.env.TZ = zone
        }
      })
    })
  }

  for (const path of referenceExports) {
    it(`of a real export loses nothing when it is read, emitted and read again: ${path}`, async () => {
      const source = await openPackage(path)
      const read = readSolution(source)

      expect(read.tables.length).toBe(
        source.customizations.children.find(({ name }) => name === 'Entities')?.children.length ??
          -1,
      )
      expect(readZip(zip(read))).toEqual(read)
      expect(inOrder(readFolder(read))).toEqual(inOrder(read))
    })
  }
})
