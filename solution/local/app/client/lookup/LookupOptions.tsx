import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { Loaded } from '../loaded.js'
import type { RecordReference } from './reference.js'
import type { Found } from './search-records.js'
import { lookupStyles } from './styles.js'

/** What the list lets people choose. `label`: of the table. */
export type Offer =
  | { readonly kind: 'record'; readonly record: RecordReference; readonly label: string }
  | { readonly kind: 'new'; readonly table: string; readonly label: string }

export interface LookupOptionsProps {
  readonly id: string
  readonly label: string
  readonly loaded: Loaded<Found>
  readonly offers: readonly Offer[]
  /** Index of the one that the keyboard is at; -1: none. */
  readonly active: number
  /** Whether records of several tables may be among them. */
  readonly showsTable: boolean
  readonly onChoose: (offer: Offer) => void
}

/** The list of a lookup, and what there is to say of it. */
export function LookupOptions(props: LookupOptionsProps): React.ReactElement {
  const { id, label, loaded, offers, active, showsTable, onChoose } = props
  const styles = lookupStyles(useTheme())
  const list = React.useRef<HTMLUListElement>(null)
  React.useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <>
      <ul id={id} ref={list} role="listbox" aria-label={label} className={styles.options}>
        {offers.map((offer, index) => (
          <li
            key={offer.kind === 'record' ? offer.record.id : offer.table}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(offer)}
          >
            {offer.kind === 'new' ? `+ New ${offer.label}` : offer.record.name}
            {offer.kind === 'record' && showsTable && (
              <div className={styles.kind}>{offer.label}</div>
            )}
          </li>
        ))}
      </ul>
      <div role="status" className={styles.status}>
        {statusOf(loaded)}
      </div>
    </>
  )
}

function statusOf(loaded: Loaded<Found>): string {
  switch (loaded.state) {
    case 'loading':
      return 'Searching'
    case 'error':
    case 'noAccess':
      return `Cannot search. ${loaded.message}`
    case 'ready': {
      const { records, hasMore } = loaded.value
      if (records.length === 0) return 'Nothing found. Names are searched by how they begin.'
      if (hasMore) return 'There are more. Type how the name begins.'
      return records.length === 1 ? '1 record' : `${String(records.length)} records`
    }
  }
}
