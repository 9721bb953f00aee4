/** The `;` list of a job's Target Tables or Related Tables column. */
export function readTableList(text: string | null): readonly string[] {
  return (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export function writeTableList(tables: Iterable<string>): string {
  return [...new Set(tables)].sort().join(';')
}
