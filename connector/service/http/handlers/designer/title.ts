/** Both names of a table or a column: several may share the one that people know. */
export function titleOf({
  label,
  logicalName,
}: {
  readonly label: string
  readonly logicalName: string
}): string {
  return `${label} (${logicalName})`
}
