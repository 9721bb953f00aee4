import { registerIcons, setIconOptions } from '@fluentui/react'
import * as React from 'react'

import { provideFluentIcons } from '../../shared/icons.js'
import type { Mark } from '../model/matrix.js'
import type { PairKind } from '../model/pair.js'

const paths = {
  // A ring of dashes: nothing is here.
  gap: 'M8 2.5A5.5 5.5 0 0 1 10.6 3.1M12.4 4.6A5.5 5.5 0 0 1 13.4 7M13.4 9A5.5 5.5 0 0 1 12.4 11.4M10.6 12.9A5.5 5.5 0 0 1 8 13.5M5.4 12.9A5.5 5.5 0 0 1 3.6 11.4M2.6 9A5.5 5.5 0 0 1 2.6 7M3.6 4.6A5.5 5.5 0 0 1 5.4 3.1',
  // One way that parts into two.
  conflict: 'M2 8H6L10 4H13.5M6 8L10 12H13.5M11.5 2L13.5 4L11.5 6M11.5 10L13.5 12L11.5 14',
  // Sheets upon each other.
  several: 'M2.5 5.5L8 2.5L13.5 5.5L8 8.5ZM2.5 8.2L8 11.2L13.5 8.2M2.5 10.9L8 13.9L13.5 10.9',
  // A gauge with little in it.
  low: 'M2.5 13.5V10.5H4.5V13.5ZM7 13.5V7H9V13.5M11.5 13.5V3.5H13.5V13.5',
  same: 'M3 6H13M3 10H13',
  different: 'M3 6H13M3 10H13M10.5 3L5.5 13',
  onlyFirst: 'M3 3H7V13H3ZM10 3H13M10 13H13',
  onlySecond: 'M9 3H13V13H9ZM3 3H6M3 13H6',
  neither: 'M3.5 8A4.5 4.5 0 1 1 12.5 8A4.5 4.5 0 1 1 3.5 8M4.8 11.2L11.2 4.8',
  sortUp: 'M8 13V3M4 7L8 3L12 7',
  sortDown: 'M8 3V13M4 9L8 13L12 9',
} as const satisfies Readonly<Record<Mark | PairKind | 'sortUp' | 'sortDown', string>>

/** A small drawing beside a text that says the same; in the colour of that text. */
export function Glyph({ name }: { readonly name: keyof typeof paths }): React.ReactElement {
  return drawing(paths[name])
}

function drawing(path: string): React.ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, verticalAlign: 'text-bottom' }}
    >
      <path d={path} />
    </svg>
  )
}

/** What our buttons and notices show, beside the icons of Fluent's own parts. */
const buttonIcons = {
  Blocked2: 'M2.5 8A5.5 5.5 0 1 1 13.5 8A5.5 5.5 0 1 1 2.5 8M4.2 4.2L11.8 11.8',
  Add: 'M8 3V13M3 8H13',
  ColumnOptions: 'M2.5 3H13.5V13H2.5ZM6.2 3V13M9.8 3V13',
  Download: 'M8 2.5V10.5M4.5 7L8 10.5L11.5 7M3 13.5H13',
  OpenInNewWindow: 'M7 3.5H3V13H12.5V9M9.5 2.5H13.5V6.5M13.5 2.5L7.5 8.5',
  Refresh: 'M13 8A5 5 0 1 1 11.2 4.2M11.5 1.8V4.6H8.7',
} as const

/** Drawn here, as an icon font would come from elsewhere; those that the page has stay as they are. */
export function provideIcons(): void {
  setIconOptions({ disableWarnings: true })
  provideFluentIcons()
  const icons = Object.entries(buttonIcons).map(([name, path]) => [name, drawing(path)])
  registerIcons({ icons: Object.fromEntries(icons) as Record<string, React.ReactElement> })
}
