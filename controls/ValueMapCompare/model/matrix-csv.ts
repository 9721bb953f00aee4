import type { Mapping } from './mapping.js'
import { cellOf } from './matrix.js'
import type { Mark, MatrixRow } from './matrix.js'
import { pairKind } from './pair.js'
import type { Pair, PairKind } from './pair.js'

/** The words of an export, and how it writes numbers. */
export interface ExportTexts {
  readonly canonicalCode: string
  readonly canonicalLabel: string
  readonly comparison: string
  readonly systemColumns: (system: string) => {
    readonly code: string
    readonly label: string
    readonly confidence: string
    readonly marks: string
  }
  readonly mark: (mark: Mark) => string
  readonly kind: (kind: PairKind) => string
  readonly confidence: (mapping: Mapping) => string
}

/** What is shown, as a table: four columns a system; several mappings of a cell on lines of their own. */
export function exportRows(
  rows: readonly MatrixRow[],
  systems: readonly string[],
  pair: Pair | undefined,
  texts: ExportTexts,
): readonly (readonly string[])[] {
  const header = [
    texts.canonicalCode,
    texts.canonicalLabel,
    ...systems.flatMap((system) => {
      const { code, label, confidence, marks } = texts.systemColumns(system)
      return [code, label, confidence, marks]
    }),
    ...(pair ? [texts.comparison] : []),
  ]
  const body = rows.map((row) => [
    row.code,
    row.label,
    ...systems.flatMap((system) => {
      const { mappings, inherited, marks } = cellOf(row, system)
      const shown = [...mappings, ...inherited]
      const lines = (textOf: (mapping: Mapping) => string) => linesOf(shown.map(textOf))
      return [
        lines(({ sourceCode }) => sourceCode),
        lines(({ sourceLabel }) => sourceLabel),
        lines(texts.confidence),
        marks.map(texts.mark).join('\n'),
      ]
    }),
    ...(pair ? [texts.kind(pairKind(row, pair))] : []),
  ])
  return [header, ...body]
}

function linesOf(texts: readonly string[]): string {
  return texts.every((text) => text === '') ? '' : texts.join('\n')
}
