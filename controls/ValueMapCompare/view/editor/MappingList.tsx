import { ActionButton } from '@fluentui/react'
import * as React from 'react'

import { confidenceOf } from '../../model/mapping.js'
import type { Mapping } from '../../model/mapping.js'
import { otherMeanings } from '../../model/matrix.js'
import type { Cell } from '../../model/matrix.js'
import { clipped, codeText, confidenceText } from '../words.js'
import type { CellEditorProps } from './CellEditor.js'

type ListProps = Pick<
  CellEditorProps,
  'matrix' | 'mayWrite' | 'strings' | 'numbers' | 'styles' | 'onOpen'
>

/** What a cell's marks mean, in a sentence each. */
export function MappingNotes({
  cell,
  matrix,
  strings,
  styles,
}: ListProps & { readonly cell: Cell }): React.ReactElement {
  const { mappings, inherited } = cell
  const notes = [
    ...(mappings.length === 0
      ? inherited.map(({ sourceCode }) => strings('Note_Inherited', codeText(strings, sourceCode)))
      : []),
    ...(matrix.complete
      ? mappings.flatMap((mapping) => {
          const others = otherMeanings(matrix, mapping).map((code) => codeText(strings, code))
          return others.length === 0
            ? []
            : [strings('Note_Conflict', codeText(strings, mapping.sourceCode), others.join(', '))]
        })
      : []),
  ]
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** The mappings of a cell, each with what can be done with it. */
export function MappingList(
  props: ListProps & {
    readonly mappings: readonly Mapping[]
    readonly onEdit: (mapping: Mapping) => void
  },
): React.ReactElement {
  const { mappings, mayWrite, strings, numbers, styles, onEdit, onOpen } = props
  return (
    <ul className={styles.list}>
      {mappings.map((mapping) => {
        const code = codeText(strings, mapping.sourceCode)
        return (
          <li key={mapping.id}>
            <span className={styles.code}>
              <bdi>{code}</bdi>
            </span>
            <bdi>{clipped(mapping.sourceLabel)}</bdi>
            {confidenceOf(mapping) < 1 && (
              <div className={styles.subtle}>
                {strings('ConfidenceIs', confidenceText(numbers, mapping))}
              </div>
            )}
            <div>
              {mayWrite && (
                <ActionButton
                  className={styles.plain}
                  ariaLabel={strings('EditCode', code)}
                  onClick={() => onEdit(mapping)}
                >
                  {strings('Edit')}
                </ActionButton>
              )}
              <ActionButton
                className={styles.plain}
                ariaLabel={strings('OpenCode', code)}
                iconProps={{ iconName: 'OpenInNewWindow' }}
                onClick={() => onOpen(mapping.id)}
              >
                {strings('OpenRecord')}
              </ActionButton>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
