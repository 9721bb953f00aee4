import { added, defineTable, float, primaryName, required, text } from '../model/index.js'
import type { RowOf } from '../model/index.js'
import { maxLength } from './lengths.js'

export const integrationValueMap = defineTable({
  schemaName: 'govcdm_IntegrationValueMap',
  label: 'Integration Value Map',
  pluralLabel: 'Integration Value Maps',
  description: "What a source system's code means in the organisation's own vocabulary.",
  published: true,
  icon: 'govcdm_integrationvaluemap_icon',
  quickCreate: true,
  columns: {
    name: primaryName('govcdm_Name', 'Map ID', {
      maxLength: maxLength.name,
      autoNumberFormat: 'MAP-{SEQNUM:6}',
    }),
    codeList: required(text('govcdm_CodeList', 'Code List', { maxLength: maxLength.codeList })),
    sourceSystemKey: text('govcdm_SourceSystemKey', 'Source System Key', {
      maxLength: maxLength.sourceSystemKey,
      description: 'Empty: the map holds for any source.',
    }),
    sourceCode: required(text('govcdm_SourceCode', 'Source Code', { maxLength: maxLength.code })),
    sourceLabel: text('govcdm_SourceLabel', 'Source Label', { maxLength: maxLength.label }),
    canonicalCodeValue: required(
      text('govcdm_CanonicalCodeValue', 'Canonical Code Value', { maxLength: maxLength.code }),
    ),
    canonicalLabel: added(
      text('govcdm_CanonicalLabel', 'Canonical Label', { maxLength: maxLength.label }),
    ),
    confidence: float('govcdm_Confidence', 'Confidence', {
      minValue: 0,
      maxValue: 1,
      description: 'How sure the mapping is, 0 to 1; empty means 1.',
    }),
    keyHash: added(
      text('govcdm_KeyHash', 'Key Hash', {
        maxLength: maxLength.hash,
        description: 'SHA-256 of source system, code list and source code, byte for byte.',
      }),
    ),
  },
  keys: { KeyHash: ['keyHash'] },
})

export type IntegrationValueMapRow = RowOf<typeof integrationValueMap>
