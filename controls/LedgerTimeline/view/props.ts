import type { Theme } from '@fluentui/react'

import type { RowOutcome } from '../../shared/row-writes.js'
import type { Strings } from '../../shared/strings.js'
import type { TableLabels } from '../data/labels.js'
import type { Rows } from '../data/timeline-rows.js'
import type { Action } from '../model/actions.js'
import type { Choices } from '../model/choices.js'
import type { Entry } from '../../shared/ledger/entry.js'
import type { Filters } from '../model/filters.js'

/** What the timeline can be showing. */
export type Content =
  | Rows
  /** The form's record has no id yet. */
  | { readonly state: 'unsaved' }
  | { readonly state: 'noRecord' }

/** Why nothing can be decided here; undefined: it can. */
export type ReadOnlyReason = 'disabled' | 'noPrivilege'

/** How the user writes numbers and dates. */
export interface Formats {
  readonly integer: (value: number) => string
  /** A day with its weekday. */
  readonly day: (at: number) => string
  /** Minutes that the user's time is ahead of UTC. */
  readonly minutesAhead: (at: number) => number
}

/** All that the timeline shows and can ask for. */
export interface TimelineProps {
  readonly theme: Theme
  readonly isRightToLeft: boolean
  readonly content: Content
  readonly filters: Filters
  readonly choices: Choices
  /** Whether the entries are those of one record; else each names its record. */
  readonly ofOneRecord: boolean
  readonly readOnly: ReadOnlyReason | undefined
  /** Milliseconds: what is stale is judged by it. */
  readonly now: number
  readonly label: string
  /** In pixels; undefined: as high as it needs, up to a limit. */
  readonly height: number | undefined
  readonly labels: ReadonlyMap<string, TableLabels>
  readonly texts: Strings
  readonly formats: Formats
  readonly onFilter: (filters: Filters) => void
  readonly onLoadMore: () => void
  readonly onReload: () => void
  readonly onSelect: (ids: readonly string[]) => void
  readonly onOpen: (table: string, id: string) => void
  /** Writes the decision on each of the entries; an outcome for each, in order. */
  readonly onDecide: (
    action: Action,
    entries: readonly Entry[],
    note: string,
  ) => Promise<readonly RowOutcome[]>
}
