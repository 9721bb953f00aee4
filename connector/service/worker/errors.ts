/** Thrown when another worker has taken over what this one was writing. The job goes on elsewhere. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'

  constructor(what: string) {
    super(`Another worker has taken over ${what}.`)
  }
}

/** Thrown when a job cannot go on whatever is tried again; its message is shown on the job. */
export class JobRefusedError extends Error {
  override readonly name = 'JobRefusedError'
}
