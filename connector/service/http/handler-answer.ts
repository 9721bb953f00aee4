interface AnswerParts {
  /** (Default: the status of the operation's success) */
  readonly status?: number
  /** Header names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** Absent: the answer has no body. */
  readonly body?: object
}

/** What a handler gives back whose answer is more than a body: another status, or headers. */
export class HandlerAnswer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: object | undefined

  constructor({ status, headers = {}, body }: AnswerParts) {
    this.status = status
    this.headers = headers
    this.body = body
  }
}
