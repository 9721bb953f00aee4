/** What spreadsheets take for the beginning of a formula, in either width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Rows as CSV (RFC 4180), every cell quoted. A cell that a spreadsheet would run as a formula begins
 * with an apostrophe instead.
 */
export function csvOf(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  return rows.map((row) => row.map(csvCell).join(separator)).join('\r\n') + '\r\n'
}

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replace(/"/g, '""')}"`
}
