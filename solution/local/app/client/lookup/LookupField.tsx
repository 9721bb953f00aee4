import { DefaultButton, Label, useTheme } from '@fluentui/react'
import * as React from 'react'

import { useApp } from '../app-context.js'
import type { FieldProps } from '../record/Field.js'
import { LookupSearch } from './LookupSearch.js'
import { readReference } from './reference.js'
import { lookupStyles } from './styles.js'

/** A lookup under edit: the record it names with a link and a way to clear it, or a search. */
export function LookupField(props: FieldProps): React.ReactElement {
  const { id, column, label, text, problem = '', onChange } = props
  const styles = lookupStyles(useTheme())
  const { addresses } = useApp()
  const root = React.useRef<HTMLDivElement>(null)
  const reference = readReference(text)
  const isChosen = reference !== undefined
  const moves = React.useRef(false)
  // The element that had the focus is gone when a record is chosen or cleared.
  React.useEffect(() => {
    if (moves.current) root.current?.querySelector<HTMLElement>('input, a, button')?.focus()
    moves.current = false
  }, [isChosen])
  const address = reference && addresses(reference.table, reference.id)
  const change = (next: string) => {
    moves.current = (readReference(next) !== undefined) !== isChosen
    onChange(next)
  }
  return (
    <div ref={root}>
      <Label htmlFor={id} required={column.required}>
        {label}
      </Label>
      {reference ? (
        <div className={styles.chosen} role="group" aria-label={label}>
          {address === undefined ? (
            <span>{reference.name}</span>
          ) : (
            <a href={address}>{reference.name}</a>
          )}
          <DefaultButton
            id={id}
            text="Clear"
            ariaLabel={`Clear ${label}`}
            styles={{ root: { minWidth: 0, height: 26, padding: '0 4px' } }}
            onClick={() => change('')}
          />
        </div>
      ) : (
        <LookupSearch
          id={id}
          label={label}
          targets={column.targets}
          isRequired={column.required}
          text={text}
          {...(problem === '' ? {} : { problem })}
          onChange={change}
        />
      )}
      {problem !== '' && (
        <div id={`${id}-problem`} className={styles.problem}>
          {problem}
        </div>
      )}
    </div>
  )
}
