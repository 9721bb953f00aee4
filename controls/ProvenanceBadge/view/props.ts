import type { Theme } from '@fluentui/react'

import type { Entry } from '../../shared/ledger/entry.js'
import type { Strings } from '../../shared/strings.js'
import type { Provenance } from '../model/column-entry.js'
import type { TextStyle } from '../model/field-text.js'
import type { Field, Output } from '../model/field.js'
import type { WallTime } from '../model/wall-clock.js'

/** What the badge can be saying. */
export type BadgeContent =
  /** The record is new, or the control stands on no form: there is nothing to say yet. */
  | { readonly state: 'hidden' }
  | { readonly state: 'loading' }
  | { readonly state: 'entry'; readonly provenance: Provenance }
  /** `isCertain` false: among the entries that were read, but there are more. */
  | { readonly state: 'none'; readonly isCertain: boolean }
  | { readonly state: 'noAccess' }
  | { readonly state: 'error'; readonly message: string }
  /** The maker has to name the column whose history is shown. */
  | { readonly state: 'noColumn' }

/** What became of reading a column's history. */
export type History =
  | { readonly state: 'loading' }
  | { readonly state: 'noAccess' }
  | { readonly state: 'error'; readonly message: string }
  | {
      readonly state: 'entries'
      readonly entries: readonly Entry[]
      readonly hasMore: boolean
    }

/** All that the control shows and can ask for. */
export interface BadgeProps {
  readonly theme: Theme
  readonly isRightToLeft: boolean
  /** `beside`: a full input with the badge; `alone`: the badge, and the value as text. */
  readonly display: 'beside' | 'alone'
  /** Undefined: the value shown elsewhere on the form is the badge's subject, not the bound one. */
  readonly field: Field | undefined
  readonly label: string
  readonly content: BadgeContent
  /** Milliseconds: ages and what is stale are judged by it. */
  readonly now: number
  /** The user's own clock, now. */
  readonly today: WallTime
  readonly texts: Strings
  readonly style: TextStyle
  readonly onOutput: (output: Output) => void
  readonly onRetry: () => void
  readonly onOpen: (entryId: string) => void
  /** Never rejects. */
  readonly onReadHistory: () => Promise<Exclude<History, { readonly state: 'loading' }>>
}
