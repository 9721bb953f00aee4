import * as React from 'react'

import { useUnsaved } from '../leaving/unsaved.js'
import { withText } from './draft.js'
import type { Draft } from './draft.js'

/** Messages by column. */
export type Problems = Readonly<Record<string, string>>

/** How the last attempt to write ended, where it did not succeed. */
export type Outcome =
  { readonly kind: 'conflict' } | { readonly kind: 'refused'; readonly message: string }

/** How an attempt to write ended; `failed`: the outcome or the problems say why. */
export type Ended = 'done' | 'conflict' | 'failed'

export interface DraftPlan {
  /** What the draft holds at first (default: nothing); kept from the first call. */
  readonly start?: Draft
  readonly findProblems: (draft: Draft) => Problems
  readonly announce: (text: string) => void
}

export interface Editing {
  readonly draft: Draft
  readonly isChanged: boolean
  readonly isBusy: boolean
  /** Of what people have left or tried to save. */
  readonly problems: Problems
  /** Counts the attempts to save that were stopped by problems. */
  readonly refusals: number
  readonly outcome: Outcome | undefined
  readonly edit: (column: string, text: string, stored: string) => void
  /** People have left the column's field: what is wrong with it may be said. */
  readonly leave: (column: string) => void
  /**
   * Writes, unless something is wrong with the draft. `write` resolves to whether somebody else was
   * faster; `said` is announced once it is done.
   */
  readonly run: (
    write: (draft: Draft) => Promise<'done' | 'conflict'>,
    said: string,
    options?: { readonly checks?: boolean },
  ) => Promise<Ended>
  /** Takes all changes back, or those that are not in `draft`. */
  readonly reset: (draft?: Draft) => void
}

interface State {
  readonly draft: Draft
  readonly isBusy: boolean
  readonly isChecked: boolean
  readonly left: ReadonlySet<string>
  readonly refusals: number
  readonly outcome: Outcome | undefined
}

/** Unsaved changes and their way to the Web API. */
export function useDraft({ start = {}, findProblems, announce }: DraftPlan): Editing {
  const [first] = React.useState(start)
  const [state, setState] = React.useState(() => stateOf(first))
  const isThere = React.useRef(true)
  React.useEffect(() => () => void (isThere.current = false), [])
  const { draft, isBusy, isChecked, left, refusals, outcome } = state
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first)
  useUnsaved(isChanged)
  const found = findProblems(draft)
  const shown = Object.entries(found).filter(([column]) => isChecked || left.has(column))
  const change = (changes: Partial<State>) => {
    if (isThere.current) setState((before) => ({ ...before, ...changes }))
  }
  const end = (changes: Partial<State>, said: string) => {
    change({ ...changes, isBusy: false })
    if (isThere.current && said !== '') announce(said)
  }

  return {
    draft,
    isChanged,
    isBusy,
    problems: Object.fromEntries(shown),
    refusals,
    outcome,
    edit: (column, text, stored) =>
      setState((before) => ({ ...before, draft: withText(before.draft, column, text, stored) })),
    leave: (column) => {
      if (!left.has(column)) change({ left: new Set([...left, column]) })
    },
    run: async (write, said, { checks = true } = {}) => {
      if (isBusy) return 'failed'
      if (checks && Object.keys(found).length > 0) {
        end({ isChecked: true, refusals: refusals + 1 }, Object.values(found).join(' '))
        return 'failed'
      }
      change({ isBusy: true, isChecked, outcome: undefined })
      try {
        if ((await write(draft)) === 'conflict') {
          end({ outcome: { kind: 'conflict' } }, 'Somebody else was faster.')
          return 'conflict'
        }
        end({}, said)
        return 'done'
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        end({ outcome: { kind: 'refused', message } }, `That did not work. ${message}`)
        return 'failed'
      }
    },
    reset: (next = first) => change(stateOf(next)),
  }
}

const stateOf = (draft: Draft): State => ({
  draft,
  isBusy: false,
  isChecked: false,
  left: new Set(),
  refusals: 0,
  outcome: undefined,
})
