import { css } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import { confidenceOf } from '../../model/mapping.js'
import type { Mapping } from '../../model/mapping.js'
import type { Cell, Mark } from '../../model/matrix.js'
import { Glyph } from '../icons.js'
import type { Numbers } from '../props.js'
import type { Styles } from '../styles.js'
import { clipped, codeText, confidenceText, markName } from '../words.js'

interface CellContentProps {
  readonly cell: Cell
  readonly strings: Strings
  readonly numbers: Numbers
  readonly styles: Styles
  readonly mayAdd: boolean
}

/** A cell of the matrix: the codes on one line, what to know of them on the other. */
export function CellContent(props: CellContentProps): React.ReactElement {
  const { cell, strings, styles, mayAdd } = props
  const { mappings, inherited, marks } = cell
  if (mappings.length === 0 && inherited.length > 0) {
    return (
      <>
        <div className={css(styles.line, styles.inherited)}>
          <Codes {...props} mappings={inherited} />
        </div>
        <div className={css(styles.small, styles.subtle)}>{strings('FromAnySystem')}</div>
      </>
    )
  }
  const isGap = marks.includes('gap')
  const remarks = marks.map((mark) => <MarkText key={mark} {...props} mark={mark} />)
  if (mappings.length === 0) {
    return (
      <>
        <div className={styles.line}>{remarks}</div>
        {mayAdd && (
          <div className={css(styles.line, isGap ? styles.action : styles.quietAction)}>
            {strings('AddHere')}
          </div>
        )}
      </>
    )
  }
  return (
    <>
      <div className={styles.line}>
        <Codes {...props} mappings={mappings} />
      </div>
      <div className={styles.small}>
        {remarks}
        {!marks.includes('low') && <Confidence {...props} />}
      </div>
    </>
  )
}

function Codes({
  mappings,
  strings,
  styles,
}: CellContentProps & { readonly mappings: readonly Mapping[] }): React.ReactElement {
  const few = mappings.slice(0, 4)
  return (
    <>
      {few.map(({ id, sourceCode }, index) => (
        <span key={id} className={index === few.length - 1 ? styles.code : undefined}>
          <bdi>{codeText(strings, sourceCode)}</bdi>
          {index < few.length - 1 && ', '}
        </span>
      ))}
      {mappings.length > few.length && (
        <span className={styles.code}>{strings('MoreCodes', mappings.length - few.length)}</span>
      )}
      {mappings.length === 1 && <bdi>{clipped(mappings[0]?.sourceLabel ?? '')}</bdi>}
    </>
  )
}

/** Only where something is less than certain: on every cell it would be noise. */
function Confidence({
  cell,
  numbers,
  strings,
  styles,
}: CellContentProps): React.ReactElement | null {
  const least = leastSure(cell.mappings)
  if (!least || confidenceOf(least) >= 1) return null
  return (
    <span className={styles.subtle}>{strings('ConfidenceIs', confidenceText(numbers, least))}</span>
  )
}

function MarkText({
  mark,
  cell,
  numbers,
  strings,
  styles,
}: CellContentProps & { readonly mark: Mark }): React.ReactElement {
  const least = mark === 'low' ? leastSure(cell.mappings) : undefined
  return (
    <span className={styles.mark} data-mark={mark}>
      <Glyph name={mark} />
      {least
        ? strings('LowConfidenceIs', confidenceText(numbers, least))
        : markName(strings, mark, 'inCell')}
    </span>
  )
}

function leastSure(mappings: readonly Mapping[]): Mapping | undefined {
  return [...mappings].sort((a, b) => confidenceOf(a) - confidenceOf(b))[0]
}
