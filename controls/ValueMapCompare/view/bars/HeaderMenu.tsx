import { ContextualMenu } from '@fluentui/react'
import type { IContextualMenuItem } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { Selection, SortKey } from '../../model/shown-rows.js'
import type { Column } from '../grid/columns.js'
import type { ViewAction } from '../view-state.js'

export interface HeaderMenuProps {
  readonly column: Column
  readonly element: HTMLElement
  readonly selection: Selection
  readonly strings: Strings
  readonly dispatch: (action: ViewAction) => void
  readonly onClose: () => void
}

/** What a column's header offers: orders, and to hide a system. */
export function HeaderMenu(props: HeaderMenuProps): React.ReactElement {
  const { element, onClose } = props
  return <ContextualMenu target={element} items={itemsOf(props)} onDismiss={onClose} />
}

function itemsOf(props: HeaderMenuProps): IContextualMenuItem[] {
  const { column, selection, strings, dispatch } = props
  if (column.kind !== 'system') {
    return [...sortItems(props, { by: 'code' }), ...sortItems(props, { by: 'label' })]
  }
  const { system } = column
  const hide = {
    key: 'hide',
    text: strings('HideSystem'),
    onClick: () => dispatch({ type: 'toggleSystem', system }),
  }
  const canHide = !selection.pair && selection.systems.length > 1
  return [...sortItems(props, { by: 'system', system }), ...(canHide ? [hide] : [])]
}

function sortItems(
  { selection, strings, dispatch }: HeaderMenuProps,
  key: SortKey,
): IContextualMenuItem[] {
  const { sort } = selection
  const isLabel = key.by === 'label'
  return [false, true].map((descending) => ({
    key: `${key.by} ${descending ? 'down' : 'up'}`,
    text: descending
      ? strings(isLabel ? 'SortLabelDown' : 'SortDown')
      : strings(isLabel ? 'SortLabelUp' : 'SortUp'),
    canCheck: true,
    checked: sort.key.by === key.by && sort.descending === descending && sameSystem(sort.key, key),
    onClick: () => dispatch({ type: 'sort', sort: { key, descending } }),
  }))
}

function sameSystem(a: SortKey, b: SortKey): boolean {
  return a.by !== 'system' || (b.by === 'system' && a.system === b.system)
}
