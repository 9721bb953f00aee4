import { cleanup, configure, render, waitFor } from '@testing-library/react'
import type { RenderResult } from '@testing-library/react'
import * as React from 'react'

import { loadControl } from '../../../controls/host/index.js'
import { fluentDesignOf } from '../../../controls/host/look.js'
import type { HostLook } from '../../../controls/host/types.js'
import { stringsOf } from '../../../controls/shared/strings.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { themeOf } from '../../../controls/shared/theme.js'
import type { ListRows } from '../../../controls/ValueMapCompare/data/list-rows.js'
import type { Mapping } from '../../../controls/ValueMapCompare/model/mapping.js'
import { CompareView } from '../../../controls/ValueMapCompare/view/CompareView.js'
import type { CompareProps } from '../../../controls/ValueMapCompare/view/props.js'
import { mapping } from './mappings.js'

// On a busy machine everything takes longer than the library's second.
configure({ asyncUtilTimeout: 30_000 })

/** Where the production build is served. */
export const controlFolder = '/base/dist/controls/ValueMapCompare'

/** The texts that users read, from the built resx file. */
export async function readStrings(languageId = 1033): Promise<Strings> {
  const { strings } = await loadControl(controlFolder, languageId)
  return stringsOf({
    getString: (key) => strings.get(key) ?? `missing text ${key}`,
    getResource: () => undefined,
  })
}

/** A small list with each mark in it once or more. */
export const countries: readonly Mapping[] = [
  mapping('IOC', 'NOR', 'NO', { canonicalLabel: 'Norway', sourceLabel: 'Norway' }),
  mapping('ISO', '578', 'NO', { canonicalLabel: 'Norway' }),
  mapping('IOC', 'GER', 'DE', { canonicalLabel: 'Germany', confidence: 0.5 }),
  mapping('ISO', '276', 'DE', { canonicalLabel: 'Germany' }),
  mapping('IOC', 'GUI', 'GN', { canonicalLabel: 'Guinea' }),
  mapping('IOC', 'GBS', 'GN', { canonicalLabel: 'Guinea' }),
  mapping('IOC', 'GUI', 'GW', { canonicalLabel: 'Guinea-Bissau' }),
  mapping('', 'ANTARCTICA', 'AQ', { canonicalLabel: 'Antarctica' }),
]

export function rowsOf(
  mappings: readonly Mapping[],
  extent: Extract<ListRows, { state: 'rows' }>['extent'] = 'complete',
): ListRows {
  const loaded = mappings.length
  return { state: 'rows', mappings, loaded, total: { kind: 'exactly', count: 12 }, extent }
}

/** What the view gets when everything is there and the person may do everything. */
export function propsOf(
  strings: Strings,
  over: Partial<CompareProps> = {},
  look: HostLook['theme'] = 'light',
  isRightToLeft = false,
): CompareProps {
  return {
    strings,
    theme: themeOf(fluentDesignOf({ theme: look }), isRightToLeft),
    numbers: {
      decimalSeparator: '.',
      formatInteger: (value) => value.toLocaleString('en-US'),
      formatDecimal: (value, digits) => value.toFixed(digits),
    },
    height: 500,
    isNarrow: false,
    mayRead: true,
    mayWrite: true,
    mayCreate: true,
    codeLists: { state: 'lists', names: ['Country', 'Sex'] },
    codeList: 'Country',
    rows: rowsOf(countries),
    lowConfidence: 0.8,
    onChooseList: () => undefined,
    onRefresh: () => undefined,
    onSave: () => Promise.resolve({ outcome: 'overtaken' }),
    onOpen: () => undefined,
    onNew: () => undefined,
    ...over,
  }
}

export function renderView(props: CompareProps): RenderResult {
  return render(<CompareView {...props} />)
}

/** The grid's cell of a row and column, counted from 0 with the header. */
export function cellAt(row: number, column: number): HTMLElement {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)
  if (!cell) throw new Error(`There is no cell ${row},${column}.`)
  return cell
}

/** The canonical codes of the rows drawn. */
export function codesShown(): readonly string[] {
  return [...document.querySelectorAll('[role=rowheader] bdi:first-child')]
    .filter((_, index) => index % 2 === 0)
    .map((bdi) => bdi.textContent)
}

/** Waits for something to hold; jasmine's expectations do not throw, so they cannot be waited for. */
export function until(holds: () => boolean, timeout?: number): Promise<void> {
  const wait = () => {
    if (!holds()) throw new Error(`It never came to hold: ${holds.toString()}`)
  }
  return waitFor(wait, timeout === undefined ? {} : { timeout })
}

export { cleanup }
