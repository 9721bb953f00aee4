import * as React from 'react'

import { totalText } from '../../shared/data-set-status.js'
import { mostRows } from '../data/list-rows.js'
import { buildMatrix } from '../model/matrix.js'
import type { Matrix } from '../model/matrix.js'
import { shownRows } from '../model/shown-rows.js'
import { FilterBar } from './bars/FilterBar.js'
import { HeaderMenu } from './bars/HeaderMenu.js'
import type { HeaderMenuProps } from './bars/HeaderMenu.js'
import { Toolbar } from './bars/Toolbar.js'
import { CellEditor } from './editor/CellEditor.js'
import type { EditorTarget } from './editor/CellEditor.js'
import { exportText } from './export-text.js'
import { MatrixGrid } from './grid/MatrixGrid.js'
import { Notice } from './Notice.js'
import type { CompareProps } from './props.js'
import { stylesOf } from './styles.js'
import { useDownload } from './use-download.js'
import { useLateAnnouncement } from './use-late-announcement.js'
import { firstState, isFiltered, selectionOf, viewReducer } from './view-state.js'
import { Waiting } from './Waiting.js'

/** Of the matrix, where the page leaves the height to the control. */
const usualHeight = 560
const nothing = { systems: [], complete: false } as const

type ComparisonProps = CompareProps & { readonly announce: (text: string) => void }

/** The matrix of the chosen list with its bars, the menu of a column and the editor of a cell. */
export function Comparison(props: ComparisonProps): React.ReactElement {
  const { strings, numbers, theme, rows, lowConfidence, codeList = '', isNarrow, announce } = props
  const styles = stylesOf(theme)
  const [state, dispatch] = React.useReducer(viewReducer, firstState)
  const [menu, setMenu] = React.useState<Pick<HeaderMenuProps, 'column' | 'element'>>()
  const [editor, setEditor] = React.useState<EditorTarget>()
  const [focusTurn, setFocusTurn] = React.useState(0)
  const download = useDownload()

  const matrix = useMatrix(rows, lowConfidence)
  const selection = React.useMemo(() => selectionOf(state, matrix ?? nothing), [state, matrix])
  const shown = React.useMemo(
    () => (matrix ? shownRows(matrix, selection) : []),
    [matrix, selection],
  )
  const mayAdd = props.mayCreate && matrix?.complete === true
  const shownText = strings(
    'ShownCodes',
    numbers.formatInteger(shown.length),
    numbers.formatInteger(matrix?.rows.length ?? 0),
  )
  useLateAnnouncement(matrix ? shownText : strings('LoadingList'), announce)

  const closeEditor = () => {
    if (editor?.cell) setFocusTurn((turn) => turn + 1)
    else editor?.element.focus()
    setEditor(undefined)
  }
  const isExportable = matrix && rows.state === 'rows' && rows.extent !== 'loading'
  return (
    <>
      <Toolbar
        strings={strings}
        styles={styles}
        names={props.codeLists.state === 'lists' ? props.codeLists.names : []}
        codeList={props.codeList}
        matrix={matrix}
        state={state}
        dispatch={dispatch}
        isNarrow={isNarrow}
        mayAdd={mayAdd}
        mayExport={isExportable === true}
        onChooseList={(name) => {
          dispatch({ type: 'otherList' })
          props.onChooseList(name)
        }}
        onAdd={(element) => setEditor({ element })}
        onExport={() => {
          const text = exportText(shown, selection, { strings, numbers })
          download(`${codeList}.csv`, 'text/csv;charset=utf-8', text)
          announce(strings('Exported', numbers.formatInteger(shown.length)))
        }}
        onRefresh={props.onRefresh}
      />
      <Extent {...props} />
      {matrix && matrix.rows.length > 0 && (
        <>
          <FilterBar
            {...{ strings, numbers, styles, matrix, selection, shownText, isNarrow, dispatch }}
          />
          <MatrixGrid
            label={strings('GridLabel', codeList)}
            rows={shown}
            selection={selection}
            strings={strings}
            numbers={numbers}
            styles={styles}
            isRightToLeft={theme.rtl === true}
            mayAdd={mayAdd}
            maxHeight={props.height === undefined ? usualHeight : undefined}
            focusTurn={focusTurn}
            onOpenCell={(row, system, element) => {
              const { mappings = [], inherited = [] } = row.cells.get(system) ?? {}
              if (mappings.length + inherited.length > 0 || mayAdd) {
                setEditor({ element, cell: { row, system } })
              }
            }}
            onOpenHeader={(column, element) => setMenu({ column, element })}
          />
        </>
      )}
      {matrix && matrix.rows.length > 0 && shown.length === 0 && isFiltered(state) && (
        <Notice
          kind="info"
          text={strings('NothingFits')}
          action={{ text: strings('ClearFilters'), run: () => dispatch({ type: 'clearFilters' }) }}
        />
      )}
      {menu && (
        <HeaderMenu
          {...menu}
          selection={selection}
          strings={strings}
          dispatch={dispatch}
          onClose={() => setMenu(undefined)}
        />
      )}
      {editor && matrix && (
        <CellEditor
          target={editor}
          codeList={codeList}
          matrix={matrix}
          mayWrite={props.mayWrite}
          mayAdd={mayAdd}
          strings={strings}
          numbers={numbers}
          styles={styles}
          onSave={props.onSave}
          onSaved={(mapping) => {
            closeEditor()
            announce(strings('Saved', mapping.sourceCode, mapping.canonicalCode))
          }}
          onOpen={props.onOpen}
          onClose={closeEditor}
        />
      )}
    </>
  )
}

function useMatrix(rows: CompareProps['rows'], lowConfidence: number): Matrix | undefined {
  return React.useMemo(
    () =>
      rows.state === 'rows'
        ? buildMatrix(rows.mappings, { complete: rows.extent === 'complete', lowConfidence })
        : undefined,
    [rows, lowConfidence],
  )
}

/** What is not there: nothing yet, not all yet, not all ever, nothing at all, or an error. */
function Extent({
  strings,
  numbers,
  rows,
  theme,
  onRefresh,
}: ComparisonProps): React.ReactElement | null {
  if (rows.state === 'loading') {
    return <Waiting label={strings('LoadingList')} className={stylesOf(theme).note} />
  }
  if (rows.state === 'error') {
    const retry = { text: strings('Retry'), run: onRefresh }
    return <Notice kind="error" text={strings('LoadFailed', rows.message)} action={retry} />
  }
  if (rows.state === 'noAccess') return null
  const { formatInteger } = numbers
  if (rows.extent === 'loading') {
    const total = totalText(rows.total, formatInteger)
    return <Notice kind="info" text={strings('LoadingMore', formatInteger(rows.loaded), total)} />
  }
  if (rows.extent === 'capped') {
    return <Notice kind="warning" text={strings('Capped', formatInteger(mostRows))} />
  }
  return rows.mappings.length === 0 ? <Notice kind="info" text={strings('EmptyList')} /> : null
}
