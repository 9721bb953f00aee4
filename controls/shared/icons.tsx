import { registerIcons } from '@fluentui/react'
import * as React from 'react'

/** Outlines of icons on a field of 16 by 16. */
const outlines = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'm4 4 8 8m0-8-8 8',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.5V8l2.5 1.5',
  undo: 'M6 3 3 6l3 3M3.5 6H10a3.5 3.5 0 0 1 0 7H7',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5v3.5m0 1.5v.5',
  conflict: 'M2 5.5h9M8.5 3 11 5.5 8.5 8M14 10.5H5M7.5 8 5 10.5 7.5 13',
  history: 'M3 8a5 5 0 1 0 1.5-3.5L3 6m0-3v3h3M8 5.5V8l2 1.5',
  sync: 'M3 7a5 5 0 0 1 9-2l1 1.5m0-3.5v3.5H9.5M13 9a5 5 0 0 1-9 2l-1-1.5M3 13V9.5h3.5',
  chevronDown: 'm3.5 6 4.5 4.5L12.5 6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8L14 14',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 5v4m0-6v.5',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.7 5.7l4.6 4.6m0-4.6-4.6 4.6',
  calendar: 'M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5V5m5-2.5V5',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
} as const

export type IconName = keyof typeof outlines

/** An icon in the colour of the text around it; it says nothing that a text beside it does not say. */
export function Icon({ name }: { readonly name: IconName }): React.ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, verticalAlign: '-0.125em' }}
    >
      <path d={outlines[name]} />
    </svg>
  )
}

/** A form may have many controls of one kind; Fluent grumbles at icons that come twice. */
let areProvided = false

/**
 * The icons that Fluent's own components ask for by name. Pages that brought the icon font already
 * keep theirs; others would show nothing, or fetch a font from elsewhere.
 */
export function provideFluentIcons(): void {
  if (areProvided) return
  areProvided = true
  registerIcons(
    {
      icons: {
        CheckMark: <Icon name="check" />,
        ChevronDown: <Icon name="chevronDown" />,
        Search: <Icon name="search" />,
        Clear: <Icon name="cross" />,
        Cancel: <Icon name="cross" />,
        Info: <Icon name="info" />,
        Completed: <Icon name="check" />,
        ErrorBadge: <Icon name="error" />,
        Warning: <Icon name="warning" />,
        Calendar: <Icon name="calendar" />,
        Up: <Icon name="up" />,
        Down: <Icon name="down" />,
      },
    },
    { disableWarnings: true },
  )
}
