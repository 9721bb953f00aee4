/** Schema names of tables that are in every Dataverse and that lookups of solutions point at. */
const schemaNames: readonly string[] = [
  'Account',
  'ActivityPointer',
  'Annotation',
  'BusinessUnit',
  'Contact',
  'Email',
  'FileAttachment',
  'Organization',
  'Owner',
  'ProcessStage',
  'Queue',
  'Role',
  'SystemUser',
  'Task',
  'Team',
  'TransactionCurrency',
  'Workflow',
]

const byLogicalName = new Map(schemaNames.map((name) => [name.toLowerCase(), name]))

/** The schema name of a table of the platform, as its exports write it; undefined for other tables. */
export function platformSchemaName(logicalName: string): string | undefined {
  return byLogicalName.get(logicalName)
}
