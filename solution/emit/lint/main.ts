import { openPackage, SolutionFormatError } from '../../read/index.js'
import { describeFinding } from './describe-finding.js'
import { lintPackage } from './lint-package.js'

const usage =
  'usage: node --import tsx solution/emit/lint/main.ts FILE...   (zips or unpacked folders)'

/** Prints the findings of each package; whether one of them is an error. */
async function lintFile(path: string): Promise<boolean> {
  try {
    const findings = lintPackage(await openPackage(path))
    for (const finding of findings) console.log(`${path}: ${describeFinding(finding)}`)
    const errors = findings.filter(({ level }) => level === 'error').length
    console.log(`${path}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`)
    return errors > 0
  } catch (error) {
    if (!(error instanceof SolutionFormatError)) throw error
    console.log(`${path}: error L7 ${error.message}`)
    return true
  }
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

const paths = process.argv.slice(2)
if (paths.length === 0) {
  console.error(usage)
  process.exitCode = 2
}
for (const path of paths) {
  if (await lintFile(path)) process.exitCode = 1
}
