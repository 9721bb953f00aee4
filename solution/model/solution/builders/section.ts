import type { Settings } from '../settings.js'
import type { FormItem } from './form-item.js'
import { keyOf } from './key.js'

export interface SectionPlan {
  readonly label: string
  readonly items: readonly FormItem[]
  readonly columns: number
  readonly name: string
  readonly settings: Settings
}

export interface TabPlan {
  readonly label: string
  readonly name: string
  /** Side by side; each holds its sections one below the other. */
  readonly columns: readonly { readonly width: string; readonly sections: readonly SectionPlan[] }[]
  readonly settings?: Settings
}

interface PartOptions {
  /** What ids are made of (default: from the label). Give the old one when a label changes. */
  readonly name?: string
  /** Default: yes. */
  readonly showLabel?: boolean
}

interface SectionOptions extends PartOptions {
  readonly columns?: number
}

/** Items below one another, in `columns` columns (default 1). */
export function section(
  label: string,
  items: readonly FormItem[],
  { columns = 1, name = keyOf(label), showLabel = true }: SectionOptions = {},
): SectionPlan {
  const settings = { columns: '1'.repeat(columns), ...hidden(showLabel) }
  return { label, items, columns, name, settings }
}

/** Sections below one another over the whole width. */
export function tab(
  label: string,
  sections: readonly SectionPlan[],
  { name = keyOf(label), showLabel = true }: PartOptions = {},
): TabPlan {
  return { label, name, columns: [{ width: '100%', sections }], settings: hidden(showLabel) }
}

/** What an element says whose label is not shown. */
export const hidden = (showLabel: boolean): Settings => (showLabel ? {} : { showlabel: 'false' })
