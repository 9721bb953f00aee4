import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import type { TablePart, ViewPart } from '../../shape.js'
import { BoundControl } from '../controls/BoundControl.js'
import { dataSetsOf } from '../controls/sources.js'
import { gridPageSize } from './load-rows.js'
import { gridStyles } from './styles.js'

export interface ControlRowsProps {
  readonly table: TablePart
  readonly view: ViewPart
  readonly binding: ControlBinding
  /** The page's heading. */
  readonly heading: React.ReactElement
  /** Shown where the control cannot be. */
  readonly stock: React.ReactElement
}

/** The rows of a view in the control that the view is bound to; it searches, sorts and pages itself. */
export function ControlRows({
  table,
  view,
  binding,
  heading,
  stock,
}: ControlRowsProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => gridStyles(theme), [theme])
  const dataSets = React.useMemo(
    () => dataSetsOf(binding, table, view, { pageSize: gridPageSize }),
    [binding, table, view],
  )
  return (
    <>
      <div className={styles.bar}>{heading}</div>
      {view.description !== undefined && <p className={styles.description}>{view.description}</p>}
      <BoundControl
        binding={binding}
        dataSets={dataSets}
        bound={noColumns}
        disabled={false}
        label={view.name}
        stock={stock}
      />
    </>
  )
}

const noColumns = {}
