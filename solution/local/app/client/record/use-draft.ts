import * as React from 'react'

import { useServices } from '../services.js'
import { problemsOf } from './draft.js'
import type { Draft } from './draft.js'
import { saveRecord } from './record-requests.js'
import type { LoadedRecord } from './record-requests.js'

/** How the last attempt to save ended, where it did not save. */
export type Outcome = 'conflict' | { readonly message: string }

export interface Editing {
  readonly draft: Draft
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** By column; found when somebody saves, and anew with each change after that. */
  readonly problems: Readonly<Record<string, string>>
  readonly outcome: Outcome | undefined
  readonly edit: (draft: Draft) => void
  readonly save: () => void
  readonly discard: () => void
  /** Takes the newer version of the record and keeps the draft upon it. */
  readonly rebase: () => void
}

interface State {
  readonly draft: Draft
  readonly isSaving: boolean
  readonly isChecked: boolean
  readonly outcome?: Outcome
}

const unchanged: State = { draft: {}, isSaving: false, isChecked: false }

/** A record's unsaved changes and their way to the Web API. */
export function useDraft(
  loaded: LoadedRecord,
  reload: () => void,
  announce: (text: string) => void,
): Editing {
  const services = useServices()
  const [state, setState] = React.useState(unchanged)
  const isThere = React.useRef(true)
  React.useEffect(() => () => void (isThere.current = false), [])
  const { draft, isSaving, isChecked, outcome } = state
  const isChanged = Object.keys(draft).length > 0
  useLeaveWarning(isChanged)
  const found = problemsOf(draft, loaded.metadata.columns)

  const end = (next: State, said: string) => {
    if (!isThere.current) return
    setState(next)
    announce(said)
  }
  const save = async () => {
    const count = Object.keys(found).length
    if (count > 0) {
      end({ draft, isSaving: false, isChecked: true }, Object.values(found).join(' '))
      return
    }
    setState({ draft, isSaving: true, isChecked: true })
    try {
      const saved = await saveRecord(loaded, draft, services)
      if (saved === 'conflict') {
        end(
          { draft, isSaving: false, isChecked: true, outcome: saved },
          'Somebody else was faster.',
        )
        return
      }
      end(unchanged, 'Saved.')
      if (isThere.current) reload()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      end(
        { draft, isSaving: false, isChecked: true, outcome: { message } },
        `Not saved. ${message}`,
      )
    }
  }
  return {
    draft,
    isChanged,
    isSaving,
    problems: isChecked ? found : {},
    outcome,
    edit: (next) => setState({ draft: next, isSaving, isChecked, ...(outcome ? { outcome } : {}) }),
    save: () => {
      if (!isSaving) void save()
    },
    discard: () => {
      setState(unchanged)
      reload()
    },
    rebase: () => {
      setState({ draft, isSaving: false, isChecked })
      reload()
    },
  }
}

/** The browser asks before the page goes away with unsaved changes. */
function useLeaveWarning(isChanged: boolean): void {
  React.useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
