export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What the platform answered to one operation. Header names are in lower case. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Parsed JSON; undefined when the answer has no body. */
  readonly body: unknown
}

/** JSON that is written already: sent as it stands. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** One request of the Web API, described: data and a decoder, no I/O. */
export interface Operation<Result> {
  readonly kind: 'request'
  readonly method: Method
  /** Relative to the root of the Web API, without a leading slash, percent-encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** What is sent as JSON, or a JsonText; undefined: no body. */
  readonly body: unknown
  /** Called for a 2xx answer only. */
  readonly decode: (answer: Answer) => Result
  /** True when sending it twice leaves the same rows as sending it once. */
  readonly idempotent: boolean
  /** True for CreateMultiple, UpdateMultiple and UpsertMultiple. */
  readonly bulk: boolean
}

/** Writes that happen all or not at all. Has no reads, and no change set inside. */
export interface ChangeSet<Results> {
  readonly kind: 'changeSet'
  readonly operations: readonly Operation<unknown>[]
  readonly decode: (answers: readonly Answer[]) => Results
}

export type AnyOperation<Result = unknown> = Operation<Result> | ChangeSet<Result>

/** What the answer of an operation or a change set decodes to. */
export type ResultOf<O> =
  O extends Operation<infer Result> ? Result : O extends ChangeSet<infer Result> ? Result : never

export type ResultsOf<Operations extends readonly unknown[]> = {
  readonly [Index in keyof Operations]: ResultOf<Operations[Index]>
}

/** An operation whose body is written once, for whoever needs its text as well. */
export interface WrittenOperation<Result> extends Operation<Result> {
  readonly body: JsonText
}

export function written<Result>(operation: Operation<Result>): WrittenOperation<Result> {
  return { ...operation, body: new JsonText(jsonOf(operation.body)) }
}

/** The text of a body. */
export function jsonOf(body: unknown): string {
  return body instanceof JsonText ? body.text : JSON.stringify(body)
}

/** One atomic group inside a batch; decodes to the results of its operations, in order. */
export function changeSet<const Operations extends readonly Operation<unknown>[]>(
  operations: Operations,
): ChangeSet<ResultsOf<Operations>> {
  return {
    kind: 'changeSet',
    operations,
    decode: (answers) =>
      operations.map((operation, index) => {
        const answer = answers[index]
        if (!answer) throw new Error(`A change set was answered without its part ${index + 1}.`)
        return operation.decode(answer)
      }) as ResultsOf<Operations>,
  }
}
