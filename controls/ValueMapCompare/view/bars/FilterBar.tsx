import { Dropdown, css } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import { marks } from '../../model/matrix.js'
import type { Mark, Matrix } from '../../model/matrix.js'
import { pairKinds } from '../../model/pair.js'
import type { Pair, PairKind } from '../../model/pair.js'
import { countKinds, countMarks } from '../../model/shown-rows.js'
import type { Selection } from '../../model/shown-rows.js'
import { Glyph } from '../icons.js'
import type { Numbers } from '../props.js'
import type { Styles } from '../styles.js'
import type { ViewAction } from '../view-state.js'
import { kindName, markName, systemName } from '../words.js'

export interface FilterBarProps {
  readonly strings: Strings
  readonly numbers: Numbers
  readonly styles: Styles
  readonly matrix: Matrix
  readonly selection: Selection
  /** `9 of 250 codes`. */
  readonly shownText: string
  readonly isNarrow: boolean
  readonly dispatch: (action: ViewAction) => void
}

/** How much there is of each mark (or of each difference of a pair), and only those on demand. */
export function FilterBar(props: FilterBarProps): React.ReactElement {
  const { strings, numbers, styles, matrix, selection, shownText, isNarrow, dispatch } = props
  const { pair, systems } = selection
  const counts = React.useMemo(() => countMarks(matrix, systems), [matrix, systems])
  const kinds = React.useMemo(() => pair && countKinds(matrix, pair), [matrix, pair])
  const chip = (name: Mark | PairKind, text: string, count: number, pressed: boolean) => ({
    name,
    text: strings('ChipCount', text, numbers.formatInteger(count)),
    pressed,
    disabled: count === 0 && !pressed,
  })
  return (
    <>
      {pair && <PairPicker {...props} pair={pair} />}
      <div
        className={css(styles.bar, styles.chips, isNarrow && styles.oneLine)}
        role="group"
        aria-label={strings('Filters')}
        // One line of them scrolls, also where none can be pressed.
        {...(isNarrow ? { tabIndex: 0 } : {})}
      >
        {matrix.complete &&
          marks.map((mark) => (
            <Chip
              key={mark}
              {...chip(mark, markName(strings, mark), counts[mark], selection.marks.includes(mark))}
              styles={styles}
              onPress={() => dispatch({ type: 'toggleMark', mark })}
            />
          ))}
        {matrix.complete &&
          pair &&
          kinds &&
          pairKinds.map((kind) => (
            <Chip
              key={kind}
              {...chip(
                kind,
                kindName(strings, kind, pair),
                kinds[kind],
                selection.kinds.includes(kind),
              )}
              styles={styles}
              onPress={() => dispatch({ type: 'toggleKind', kind })}
            />
          ))}
        <span className={styles.shown}>
          <bdi>{matrix.complete && shownText}</bdi>
        </span>
      </div>
    </>
  )
}

function Chip(props: {
  readonly name: Mark | PairKind
  readonly text: string
  readonly pressed: boolean
  readonly disabled: boolean
  readonly styles: Styles
  readonly onPress: () => void
}): React.ReactElement {
  const { name, text, pressed, disabled, styles, onPress } = props
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <Glyph name={name} />
      {text}
    </button>
  )
}

function PairPicker(props: FilterBarProps & { readonly pair: Pair }): React.ReactElement {
  const { strings, styles, matrix, pair, dispatch } = props
  const picker = (side: keyof Pair, other: keyof Pair) => (
    <Dropdown
      className={styles.field}
      label={strings(side === 'first' ? 'FirstSystem' : 'SecondSystem')}
      selectedKey={`system ${pair[side]}`}
      options={matrix.systems.map((system) => ({
        key: `system ${system}`,
        text: systemName(strings, system),
        data: system,
        disabled: system === pair[other],
      }))}
      onChange={(_event, option) => {
        if (option) dispatch({ type: 'compare', pair: { ...pair, [side]: option.data as string } })
      }}
    />
  )
  return (
    <div className={styles.bar}>
      {picker('first', 'second')}
      {picker('second', 'first')}
    </div>
  )
}
