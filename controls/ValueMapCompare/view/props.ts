import type { Theme } from '@fluentui/react'

import type { Strings } from '../../shared/strings.js'
import type { CodeLists } from '../data/code-lists.js'
import type { ListRows } from '../data/list-rows.js'
import type { MappingChange, SaveOutcome } from '../data/save-mapping.js'

/** How the user reads and writes numbers. */
export interface Numbers {
  readonly decimalSeparator: string
  readonly formatInteger: (value: number) => string
  readonly formatDecimal: (value: number, digits: number) => string
}

/** All that the comparison shows, and all that it can ask for. */
export interface CompareProps {
  readonly strings: Strings
  readonly theme: Theme
  readonly numbers: Numbers
  /** Pixels; undefined: as high as it wants. */
  readonly height: number | undefined
  /** There is room for little but the matrix. */
  readonly isNarrow: boolean
  readonly mayRead: boolean
  readonly mayWrite: boolean
  readonly mayCreate: boolean
  readonly codeLists: CodeLists
  readonly codeList: string | undefined
  readonly rows: ListRows
  /** A confidence below this is marked. */
  readonly lowConfidence: number
  readonly onChooseList: (name: string) => void
  readonly onRefresh: () => void
  readonly onSave: (change: MappingChange) => Promise<SaveOutcome>
  readonly onOpen: (id: string) => void
  /** Opens the table's own form for a first mapping. */
  readonly onNew: () => void
}
