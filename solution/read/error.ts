/** Thrown when a solution read from outside is not what the platform writes. Names the file and the place. */
export class SolutionFormatError extends Error {
  override readonly name = 'SolutionFormatError'

  constructor(
    /** The zip, folder or file that was read. */
    readonly source: string,
    message: string,
    /** Line in `source`, from 1. */
    readonly line?: number,
  ) {
    super(`${source}${line === undefined ? '' : `, line ${line}`}: ${message}`)
  }
}
