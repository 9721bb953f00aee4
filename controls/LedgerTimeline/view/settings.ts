import * as React from 'react'

import type { Strings } from '../../shared/strings.js'
import { wholeRecord } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'
import type { TimelineStyles } from './styles.js'
import type { TimelineProps } from './props.js'

/** What every part of the timeline needs: texts, formats, names, looks. */
export interface ViewSettings extends Pick<
  TimelineProps,
  'formats' | 'labels' | 'now' | 'ofOneRecord' | 'onOpen' | 'texts'
> {
  readonly styles: TimelineStyles
  /** Logical name of the ledger's table. */
  readonly ledgerTable: string
  /** Starts the ids of elements, so that several timelines can stand on one page. */
  readonly idPrefix: string
}

const Settings = React.createContext<ViewSettings | undefined>(undefined)

export const SettingsProvider = Settings.Provider

export function useSettings(): ViewSettings {
  const settings = React.useContext(Settings)
  if (!settings) throw new Error('A part of the timeline stands outside of it.')
  return settings
}

/** What people call the column of a table. */
export function columnLabel(
  { labels, texts }: { readonly labels: TimelineProps['labels']; readonly texts: Strings },
  table: string,
  column: string,
): string {
  if (column === wholeRecord) return texts('Aspect_WholeRecord')
  return labels.get(table)?.columns.get(column) ?? column
}

export function tableLabel(
  { labels }: Pick<ViewSettings, 'labels'>,
  { targetTable }: Entry,
): string {
  return labels.get(targetTable)?.name ?? targetTable
}

/** The id of the button that shows an entry's details: the place where focus returns to. */
export function toggleId({ idPrefix }: Pick<ViewSettings, 'idPrefix'>, entryId: string): string {
  return `${idPrefix}-details-of-${entryId}`
}
