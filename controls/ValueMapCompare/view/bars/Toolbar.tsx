import { ActionButton, DefaultButton, Dropdown, SearchBox, Toggle } from '@fluentui/react'
import type { IContextualMenuItem } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { Matrix } from '../../model/matrix.js'
import type { Styles } from '../styles.js'
import type { ViewAction, ViewState } from '../view-state.js'
import { clipped, systemName } from '../words.js'

export interface ToolbarProps {
  readonly strings: Strings
  readonly styles: Styles
  readonly names: readonly string[]
  readonly codeList: string | undefined
  /** Absent: there are no rows to work with yet. */
  readonly matrix: Matrix | undefined
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
  readonly isNarrow: boolean
  readonly mayAdd: boolean
  readonly mayExport: boolean
  readonly onChooseList: (name: string) => void
  readonly onAdd: (element: HTMLElement) => void
  readonly onExport: () => void
  readonly onRefresh: () => void
}

/** Which list is looked at, what of it, and what can be done with it as a whole. */
export function Toolbar(props: ToolbarProps): React.ReactElement {
  const { strings, styles, names, codeList, matrix, state, dispatch } = props
  const all = codeList === undefined || names.includes(codeList) ? names : [...names, codeList]
  return (
    <div className={styles.bar}>
      <Dropdown
        className={styles.field}
        label={strings('CodeList')}
        options={all.map((name) => ({ key: name, text: clipped(name) }))}
        selectedKey={codeList ?? null}
        onChange={(_event, option) => {
          if (option && option.key !== codeList) props.onChooseList(String(option.key))
        }}
      />
      <SearchBox
        className={styles.search}
        ariaLabel={strings('Search')}
        placeholder={strings('Search')}
        clearButtonProps={{ ariaLabel: strings('ClearSearch') }}
        value={state.search}
        disabled={!matrix}
        onChange={(_event, text = '') => dispatch({ type: 'search', text })}
      />
      <Toggle
        inlineLabel
        label={strings('CompareTwo')}
        checked={state.pair !== undefined}
        disabled={!matrix || matrix.systems.length < 2}
        className={styles.toggle}
        onChange={(_event, isOn) => dispatch({ type: 'compare', pair: pairOf(isOn, props) })}
      />
      {!state.pair && (
        <DefaultButton
          iconProps={{ iconName: 'ColumnOptions' }}
          disabled={!matrix}
          menuProps={{ items: systemItems(props), ariaLabel: strings('Systems') }}
        >
          {strings('Systems')}
        </DefaultButton>
      )}
      {props.mayAdd && <Action {...props} icon="Add" name="AddMapping" onRun={props.onAdd} />}
      <Action
        {...props}
        icon="Download"
        name="Export"
        disabled={!props.mayExport}
        onRun={props.onExport}
      />
      <Action {...props} icon="Refresh" name="Refresh" onRun={props.onRefresh} />
    </div>
  )
}

/** A button of the bar; where there is little room, its icon alone shows. */
function Action(
  props: Pick<ToolbarProps, 'strings' | 'styles' | 'isNarrow'> & {
    readonly icon: string
    readonly name: string
    readonly disabled?: boolean
    readonly onRun: (element: HTMLElement) => void
  },
): React.ReactElement {
  const text = props.strings(props.name)
  return (
    <ActionButton
      className={props.styles.plain}
      iconProps={{ iconName: props.icon }}
      disabled={props.disabled === true}
      onClick={(event) => props.onRun(event.currentTarget as HTMLElement)}
      {...(props.isNarrow ? { ariaLabel: text, title: text } : { text })}
    />
  )
}

/** A comparison begins with the first two systems shown. */
function pairOf(isOn: boolean | undefined, { matrix, state }: ToolbarProps): ViewState['pair'] {
  const systems = matrix?.systems ?? []
  const shown = systems.filter((system) => !state.hidden.includes(system))
  const [first, second] = shown.length >= 2 ? shown : systems
  return isOn && first !== undefined && second !== undefined ? { first, second } : undefined
}

function systemItems({ matrix, state, dispatch, strings }: ToolbarProps): IContextualMenuItem[] {
  const systems = matrix?.systems ?? []
  return [
    ...systems.map((system) => ({
      key: `system ${system}`,
      text: systemName(strings, system),
      canCheck: true,
      checked: !state.hidden.includes(system),
      // The menu stays open, so that several can be chosen.
      onClick: (event?: { preventDefault: () => void }) => {
        event?.preventDefault()
        dispatch({ type: 'toggleSystem', system })
      },
    })),
    {
      key: 'all',
      text: strings('ShowAllSystems'),
      disabled: state.hidden.length === 0,
      onClick: () => dispatch({ type: 'showAllSystems' }),
    },
  ]
}
