import { systemColumns } from '../../../solution/model/solution/builders/system-columns.js'
import { integrationValueMap } from '../../../solution/tables/integration-value-map.js'

const { columns } = integrationValueMap

/** The names by which the value map table's rows are read, filtered and written. */
export const mapTable = {
  table: integrationValueMap.logicalName,
  entitySet: integrationValueMap.entitySetName,
  id: integrationValueMap.primaryId,
  name: columns.name.logicalName,
  codeList: columns.codeList.logicalName,
  system: columns.sourceSystemKey.logicalName,
  sourceCode: columns.sourceCode.logicalName,
  sourceLabel: columns.sourceLabel.logicalName,
  canonicalCode: columns.canonicalCodeValue.logicalName,
  canonicalLabel: columns.canonicalLabel.logicalName,
  confidence: columns.confidence.logicalName,
  keyHash: columns.keyHash.logicalName,
  state: systemColumns.state.logicalName,
  /** Rows in use: translation reads no others. */
  active: String(systemColumns.state.options?.active?.value ?? 0),
} as const

/** What a control reads of each row. */
export const readColumns = [
  mapTable.codeList,
  mapTable.system,
  mapTable.sourceCode,
  mapTable.sourceLabel,
  mapTable.canonicalCode,
  mapTable.canonicalLabel,
  mapTable.confidence,
] as const

/** Longest texts, and the digits that a confidence keeps. */
export const limits = {
  system: columns.sourceSystemKey.maxLength,
  code: columns.sourceCode.maxLength,
  label: columns.sourceLabel.maxLength,
  precision: columns.confidence.precision ?? 0,
} as const
