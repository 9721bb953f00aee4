/** Thrown when another worker has taken over what this one was writing. The job goes on elsewhere. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'

  constructor(what: string) {
    super(`Another worker has taken over ${what}.`)
  }
}

/**
 * Thrown when a job cannot go on until a person mends something: a right that is missing, a payload
 * that is gone. Its message is shown on the job, which is tried again and at last closed as failed.
 */
export class JobRefusedError extends Error {
  override readonly name = 'JobRefusedError'
}
