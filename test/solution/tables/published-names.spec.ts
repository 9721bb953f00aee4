import type { Column } from '../../../solution/model/index.js'
import { localTables, ownTables } from '../../../solution/tables/index.js'

/** The published module's tables and columns, by schema name (its release notes of v1.0.0.0). */
const published: Readonly<Record<string, readonly string[]>> = {
  govcdm_IntegrationIdentifier: [
    'govcdm_Name',
    'govcdm_ExternalKey',
    'govcdm_FirstSeenDateTime',
    'govcdm_LastSeenDateTime',
    'govcdm_SourceSystemKey',
    'govcdm_TargetID',
    'govcdm_TargetTable',
  ],
  govcdm_IntegrationValueMap: [
    'govcdm_Name',
    'govcdm_CanonicalCodeValue',
    'govcdm_CodeList',
    'govcdm_Confidence',
    'govcdm_SourceCode',
    'govcdm_SourceLabel',
    'govcdm_SourceSystemKey',
  ],
  govcdm_IntegrationCommitPolicy: [
    'govcdm_Name',
    'govcdm_AuthoritativeSources',
    'govcdm_AutoCertify',
    'govcdm_CommitMode',
    'govcdm_FieldName',
    'govcdm_StaleAfterDays',
    'govcdm_TargetTable',
  ],
  govcdm_IntegrationSyncJob: [
    'govcdm_Name',
    'govcdm_Direction',
    'govcdm_EntityType',
    'govcdm_JobStatus',
    'govcdm_SourceSystemKey',
    'govcdm_SubmittedDateTime',
  ],
  govcdm_IntegrationSyncItem: [
    'govcdm_Name',
    'govcdm_AppliedDateTime',
    'govcdm_FieldName',
    'govcdm_IntegrationSyncJob',
    'govcdm_NewValue',
    'govcdm_ProcessMessage',
    'govcdm_TargetID',
    'govcdm_TargetTable',
  ],
  govcdm_IntegrationLedger: [
    'govcdm_Name',
    'govcdm_AspectKey',
    'govcdm_CertifiedBy',
    'govcdm_CertifiedDateTime',
    'govcdm_LedgerAspect',
    'govcdm_LedgerStatus',
    'govcdm_Notes',
    'govcdm_SourceSystemKey',
    'govcdm_TargetID',
    'govcdm_TargetTable',
  ],
}

describe('the declared tables', () => {
  it('hold exactly the published tables and columns, all else marked as added', () => {
    const declared = Object.fromEntries(
      ownTables
        .filter((table) => table.published)
        .map((table) => [
          table.schemaName,
          Object.values(table.columns)
            .filter((column) => !column.additive)
            .map((column) => column.schemaName)
            .sort(),
        ]),
    )
    const expected = Object.fromEntries(
      Object.entries(published).map(([table, columns]) => [table, [...columns].sort()]),
    )
    expect(declared).toEqual(expected)
  })

  it('name everything of ours with the publisher prefix, each name once a table', () => {
    for (const table of ownTables) {
      const names = Object.values(table.columns).map((column) => column.schemaName)
      expect([table.schemaName, ...names].every((name) => name.startsWith('govcdm_'))).toBeTrue()
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    }
  })

  it('keep choice values in the range of the publisher and unlike within a choice', () => {
    for (const table of ownTables) {
      for (const column of Object.values(table.columns)) {
        const values = Object.values(column.options ?? {}).map((option) => option.value)
        expect(new Set(values).size).toBe(values.length)
        expect(values.every((value) => value >= 166_840_000 && value <= 166_849_999)).toBeTrue()
      }
    }
  })

  it('point lookups at tables that are declared', () => {
    const names = new Set<string>(localTables.map((table) => table.logicalName))
    for (const table of localTables) {
      for (const column of Object.values<Column>(table.columns)) {
        for (const target of column.targets ?? []) expect(names.has(target)).toBeTrue()
      }
    }
  })
})
