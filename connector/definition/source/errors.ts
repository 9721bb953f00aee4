/** One kind of failure of the service. */
export interface ErrorKind {
  readonly status: number
  /** What the answer says, with the values of the case in braces. */
  readonly message: string
  /** When it happens: a sentence without its full stop, for the definition and the documents. */
  readonly when: string
}

/** Every failure the service answers with: a stable code, its HTTP status, its message, its cause. */
export const errorTable = {
  InvalidRequest: {
    status: 400,
    message: 'The request is not as described. {fault}',
    when: 'The request is not as described; the details name each fault and its place',
  },
  MalformedJson: {
    status: 400,
    message: 'The body is not JSON: {reason}',
    when: 'The body is not JSON',
  },
  InvalidPageToken: {
    status: 400,
    message:
      'The page token is not one of this list with these filters. Use the nextLink of the page before as it is.',
    when: 'The page token is not one of this list with these filters',
  },
  UnknownTable: {
    status: 400,
    message: 'There is no table {table}. Write its logical name, in lower case.',
    when: 'A table is named that is not there',
  },
  UnknownColumn: {
    status: 400,
    message: 'Table {table} has no column {column}. Write its logical name, in lower case.',
    when: 'A column is named that its table does not have',
  },
  ProtectedTable: {
    status: 400,
    message: 'Table {table} is part of the integration itself and is not written by sync jobs.',
    when: 'A table is named that is part of the integration itself',
  },
  TooManyTables: {
    status: 400,
    message: 'The request names {count} tables, at most {most} are allowed in one.',
    when: 'The request names too many tables',
  },
  CallbackRefused: {
    status: 400,
    message: 'Events are not sent to {address}, because {reason}',
    when: 'The callback is none that events may be sent to; the message tells why',
  },
  InvalidTriggerState: {
    status: 400,
    message:
      'The trigger state {fault}. Take the Location of the answer as it is, or poll without state to start anew.',
    when: 'The trigger state was not made by the service, or has expired',
  },
  InvalidCheckpoint: {
    status: 400,
    message: 'The checkpoint {fault} Take the text that a verification gave as it is.',
    when: 'The checkpoint is not one of the ledger, or was changed',
  },
  Unauthenticated: {
    status: 401,
    message: 'The request does not tell who sends it: {reason}',
    when: 'The token or key is missing, wrong or expired',
  },
  Forbidden: {
    status: 403,
    message: 'This is not allowed to you: {reason}',
    when: 'The caller lacks the role, or the key is for another source system',
  },
  SyncJobNotFound: {
    status: 404,
    message: 'There is no sync job {jobId}.',
    when: 'There is no such job',
  },
  SyncJobRunNotFound: {
    status: 404,
    message: 'No run waits at this address. Take the Location of the answer as it is.',
    when: 'The address is none that a run was given',
  },
  IdentifierNotFound: {
    status: 404,
    message: 'The crosswalk knows no record of {targetTable} for key {externalKey} of {source}.',
    when: 'The crosswalk does not know the key',
  },
  RecordNotFound: {
    status: 404,
    message: 'Table {table} has no record {targetId}, or you may not see it.',
    when: 'There is no such record',
  },
  ValueMapNotFound: {
    status: 404,
    message: 'No value map of code list {codeList} translates {code} for {source}.',
    when: 'No map knows the code',
  },
  LedgerEntryNotFound: {
    status: 404,
    message: 'There is no ledger entry {ledgerEntryId}, or you may not see it.',
    when: 'There is no such ledger entry',
  },
  PolicyTemplateNotFound: {
    status: 404,
    message: 'There is no policy template {templateId}. There are: {known}.',
    when: 'There is no such policy template',
  },
  SubscriptionNotFound: {
    status: 404,
    message: 'No subscription has this address. Take the Location of the answer as it is.',
    when: 'The address is none that a subscription was given',
  },
  UnknownPath: {
    status: 404,
    message: 'There is nothing at {path}.',
    when: 'The address is none of the definition',
  },
  MethodNotAllowed: {
    status: 405,
    message: '{path} takes {allowed}, not {method}.',
    when: 'The address does not take the method',
  },
  SubmissionKeyReused: {
    status: 409,
    message:
      'Submission key {submissionKey} of {source} was used for other content, accepted as job {jobId}. ' +
      'Send new content under a new key.',
    when: 'The submission key was used for other content',
  },
  IdentifierLinked: {
    status: 409,
    message:
      'Key {externalKey} of {source} stands for record {targetId} of {targetTable}, not for {wanted}.',
    when: 'The key stands for another record',
  },
  DecisionNotPossible: {
    status: 409,
    message: 'Ledger entry {ledgerEntryId} {state} Possible now: {possible}.',
    when: 'The status of the entry does not allow the decision; the message names what is possible',
  },
  SelectionChanged: {
    status: 409,
    message:
      'The entries are not those of the preview any more: {count} are found now. Look at a new preview.',
    when: 'Other entries are found than those of the preview',
  },
  SelectionTooLarge: {
    status: 409,
    message: '{count} entries are found, at most {most} are decided at once. Narrow the request.',
    when: 'More entries are found than are decided at once',
  },
  ChangedMeanwhile: {
    status: 409,
    message: '{what} was changed by somebody else at the same time. Look at it and send again.',
    when: 'Somebody else changed the same thing at the same time',
  },
  CodeListTooLarge: {
    status: 409,
    message: 'Code list {codeList} has more than {most} value maps, which are too many to compare.',
    when: 'The code list has too many value maps',
  },
  SyncJobNotOpen: {
    status: 409,
    message: 'Sync job {jobId} is {status} and takes no more items. Open another job for them.',
    when: 'The job takes no more items, or was not opened to take any',
  },
  SyncJobPartReused: {
    status: 409,
    message:
      'Part {partNumber} of sync job {jobId} was added with other content. Send new content under a new number.',
    when: 'The part was added before with other content',
  },
  SyncJobIncomplete: {
    status: 409,
    message: 'Sync job {jobId} is not complete: {fault}. Add what is missing and close it again.',
    when: 'Parts of the job are missing, or it has not as many parts or items as the request tells',
  },
  SyncJobFinished: {
    status: 409,
    message: 'Sync job {jobId} is {status} and cannot be cancelled any more.',
    when: 'The job has finished',
  },
  SyncJobUnfinished: {
    status: 409,
    message:
      'Sync job {jobId} is {status}. Its items can be run again once it has completed or failed.',
    when: 'The job has not finished, or was cancelled',
  },
  AmbiguousTranslation: {
    status: 409,
    message:
      'Code {code} of code list {codeList} has no single translation for {source}: {candidates} all mean it.',
    when: 'Several codes of the source system mean the same; the message names them',
  },
  AmbiguousPolicy: {
    status: 409,
    message: 'Several policies for {aspect} are there already: {policies}. Delete all but one.',
    when: 'Several policies for the same table and column are there already',
  },
  LedgerTooLong: {
    status: 409,
    message:
      'The ledger of {table} has {count} entries; at most {most} are verified in one request. Use the command npm run verify-ledger.',
    when: 'The ledger of the table is too long to be verified in one request',
  },
  SyncJobRunExpired: {
    status: 410,
    message: 'The address of this run has expired. Ask for the job itself.',
    when: 'The address of the run has expired',
  },
  BodyTooLarge: {
    status: 413,
    message: 'The body is longer than {most} bytes. Divide it into several requests.',
    when: 'The body is longer than the service takes',
  },
  UnsupportedMediaType: {
    status: 415,
    message: 'The body is declared as {found}, expected application/json.',
    when: 'The body is not declared as JSON',
  },
  TooManyRequests: {
    status: 429,
    message:
      'More than {most} requests in a minute. Send the same request again in {seconds} seconds.',
    when: 'The caller sent too many requests; the Retry-After header tells when to go on',
  },
  InternalError: {
    status: 500,
    message: 'Something went wrong on our side. The log tells what under request id {requestId}.',
    when: 'Something went wrong on the side of the service',
  },
  StoreUnavailable: {
    status: 503,
    message: 'Dataverse cannot be reached or asks to wait. Send the same request again later.',
    when: 'The data store cannot be reached or asks to wait; the same request may be sent again',
  },
} as const satisfies Readonly<Record<string, ErrorKind>>

export type ErrorCode = keyof typeof errorTable
