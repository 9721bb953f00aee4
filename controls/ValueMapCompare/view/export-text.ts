import { csvOf } from '../model/csv.js'
import { exportRows } from '../model/matrix-csv.js'
import type { MatrixRow } from '../model/matrix.js'
import type { Selection } from '../model/shown-rows.js'
import { anySystem } from '../model/mapping.js'
import type { CompareProps } from './props.js'
import { confidenceText, kindName, markName } from './words.js'

/** What is shown as CSV, in the user's words and number format. */
export function exportText(
  rows: readonly MatrixRow[],
  { systems, pair }: Selection,
  { strings, numbers }: Pick<CompareProps, 'strings' | 'numbers'>,
): string {
  const table = exportRows(rows, systems, pair, {
    canonicalCode: strings('CanonicalCode'),
    canonicalLabel: strings('CanonicalLabel'),
    comparison: strings('Comparison'),
    systemColumns: (system) => {
      const name = system === anySystem ? strings('AnySystem') : system
      return {
        code: strings('Export_Code', name),
        label: strings('Export_Label', name),
        confidence: strings('Export_Confidence', name),
        marks: strings('Export_Marks', name),
      }
    },
    mark: (mark) => markName(strings, mark),
    kind: (kind) => (pair ? kindName(strings, kind, pair) : ''),
    confidence: (mapping) => confidenceText(numbers, mapping),
  })
  // Where numbers have a decimal comma, spreadsheets part cells at semicolons.
  return csvOf(table, numbers.decimalSeparator === ',' ? ';' : ',')
}
