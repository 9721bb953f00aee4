/** A policy as a template has it: who may change it is told when the template is applied. */
export interface TemplatePolicy {
  readonly targetTable: string
  /** Absent: the whole table. */
  readonly fieldName?: string
  readonly commitMode: 'OnIngest' | 'OnCertify'
  readonly autoCertify?: boolean
  readonly staleAfterDays?: number
  readonly codeList?: string
  readonly unmappedCodes?: 'Hold' | 'Pass Through' | 'Reject'
  readonly minimumConfidence?: number
  readonly createMissingRecords?: boolean
  readonly writeBack?: boolean
  readonly certificationsRequired?: 1 | 2
}

/** A value map as a template has it: made for each source system that it is applied for. */
export interface TemplateMap {
  readonly codeList: string
  readonly sourceCode: string
  readonly sourceLabel?: string
  readonly canonicalCodeValue: string
  readonly canonicalLabel?: string
}

/** Ready policies and value maps for one purpose. */
export interface PolicyTemplate {
  /** Never changes once released: flows name it. */
  readonly templateId: string
  readonly title: string
  readonly description: string
  readonly policies: readonly TemplatePolicy[]
  readonly valueMaps: readonly TemplateMap[]
}
