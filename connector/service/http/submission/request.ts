/** The body of SubmitSyncJob as the definition lets it through. */
export interface SubmitSyncJobRequest {
  readonly sourceSystemKey: string
  readonly entityType: string
  readonly submissionKey?: string
  readonly items: readonly SyncItemSubmission[]
}

export interface SyncItemSubmission {
  readonly externalKey?: string
  readonly targetId?: string
  readonly targetTable?: string
  readonly fieldName?: string
  readonly newValue?: string | null
  readonly record?: Readonly<Record<string, unknown>>
  readonly relatedTable?: string
  readonly relatedExternalKey?: string | null
  readonly relatedSourceSystemKey?: string
  readonly codeList?: string
  readonly occurredDateTime?: string
}
