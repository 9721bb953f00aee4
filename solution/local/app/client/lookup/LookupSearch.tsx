import { useTheme } from '@fluentui/react'
import * as React from 'react'

import { useApp } from '../app-context.js'
import { useQuickCreate } from '../create/quick-create.js'
import type { Loaded } from '../loaded.js'
import { LookupOptions } from './LookupOptions.js'
import type { Offer } from './LookupOptions.js'
import { referenceText, typedText, unresolvedText } from './reference.js'
import type { Found } from './search-records.js'
import { lookupStyles } from './styles.js'
import { useSearch } from './use-search.js'

export interface LookupSearchProps {
  readonly id: string
  readonly label: string
  /** Logical names of the tables it may point at. */
  readonly targets: readonly string[]
  readonly isRequired: boolean
  readonly text: string
  readonly problem?: string
  readonly onChange: (text: string) => void
}

/** A field that searches while people type, and a list to choose from, also by keyboard alone. */
export function LookupSearch(props: LookupSearchProps): React.ReactElement {
  const { id, label, targets, isRequired, text, problem, onChange } = props
  const styles = lookupStyles(useTheme())
  const [isOpen, setOpen] = React.useState(false)
  const [active, setActive] = React.useState(-1)
  const typed = typedText(text)
  const loaded = useSearch(targets, typed, isOpen)
  const offers = useOffers(targets, loaded)
  const quickCreate = useQuickCreate()
  const listId = `${id}-list`
  React.useEffect(() => setActive(-1), [typed, isOpen])

  const choose = async (offer: Offer | undefined) => {
    if (!offer) return
    setOpen(false)
    if (offer.kind === 'record') {
      onChange(referenceText(offer.record))
      return
    }
    const made = await quickCreate.open({ table: offer.table, name: typed })
    if (made) onChange(referenceText(made))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (isOpen) setActive((before) => nextOf(before, step, offers.length))
      else setOpen(true)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      void choose(offers[active] ?? onlyRecord(offers))
    } else if (event.key === 'Escape' && isOpen) {
      // Closes the list, and not the pane around the field.
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Tab') setOpen(false)
  }

  return (
    <div
      className={styles.search}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <input
        id={id}
        className={styles.input}
        role="combobox"
        autoComplete="off"
        placeholder={`Search ${label}`}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${String(active)}` : undefined}
        aria-required={isRequired}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        value={typed}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setOpen(true)
          onChange(unresolvedText(target.value))
        }}
      />
      <div className={styles.popup} hidden={!isOpen}>
        {isOpen && (
          <LookupOptions
            id={listId}
            label={label}
            loaded={loaded}
            offers={offers}
            active={active}
            showsTable={targets.length > 1}
            onChoose={(offer) => void choose(offer)}
          />
        )}
      </div>
    </div>
  )
}

/** The records found, and a way to make one in each table that has a quick form for it. */
function useOffers(targets: readonly string[], loaded: Loaded<Found>): readonly Offer[] {
  const { definition } = useApp()
  const { canOpen } = useQuickCreate()
  const found = loaded.state === 'ready' ? loaded.value.records : []
  const makeable = targets.filter(canOpen)
  const labelOf = (table: string) => definition.tables[table]?.label ?? table
  return [
    ...found.map((record): Offer => ({ kind: 'record', record, label: labelOf(record.table) })),
    ...makeable.map((table): Offer => ({ kind: 'new', table, label: labelOf(table) })),
  ]
}

function onlyRecord(offers: readonly Offer[]): Offer | undefined {
  const records = offers.filter(({ kind }) => kind === 'record')
  return records.length === 1 ? records[0] : undefined
}

/** Round and round, also from none. */
function nextOf(before: number, step: number, count: number): number {
  if (count === 0) return -1
  if (before < 0) return step > 0 ? 0 : count - 1
  return (before + step + count) % count
}
