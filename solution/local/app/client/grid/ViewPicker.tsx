import { CommandButton } from '@fluentui/react'
import * as React from 'react'

import type { ViewPart } from '../../shape.js'

export interface ViewPickerProps {
  readonly views: readonly ViewPart[]
  readonly current: ViewPart
  readonly onPick: (viewId: string) => void
}

/** The page's heading: the view's name, which opens the list of views. */
export function ViewPicker({ views, current, onPick }: ViewPickerProps): React.ReactElement {
  return (
    <h1 style={{ margin: 0, minWidth: 0 }}>
      {views.length < 2 ? (
        current.name
      ) : (
        <CommandButton
          text={current.name}
          title="Choose another view"
          styles={{
            root: { height: 'auto', padding: 0 },
            label: { fontSize: 20, fontWeight: 600, margin: 0, textAlign: 'start' },
          }}
          menuProps={{
            items: views.map((view) => ({
              key: view.id,
              text: view.name,
              canCheck: true,
              checked: view.id === current.id,
              onClick: () => onPick(view.id),
            })),
          }}
        />
      )}
    </h1>
  )
}
