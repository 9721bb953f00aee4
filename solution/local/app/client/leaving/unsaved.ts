import * as React from 'react'

import type { Question } from './confirm.js'

/** Which parts of the page hold changes that are not saved. */
export class UnsavedChanges {
  readonly #holders = new Set<object>()

  /** From now on the page has unsaved changes; the function given back takes that back. */
  hold(): () => void {
    const holder = {}
    this.#holders.add(holder)
    return () => void this.#holders.delete(holder)
  }

  get any(): boolean {
    return this.#holders.size > 0
  }
}

export const UnsavedContext = React.createContext(new UnsavedChanges())

/** What is asked before unsaved changes are lost. */
export const leaveQuestion: Question = {
  title: 'Unsaved changes',
  text: 'There are changes that are not saved. They are lost when you leave.',
  yes: 'Leave without saving',
  no: 'Stay',
}

/** While `isChanged`, the page is not left without a question, in the app or out of it. */
export function useUnsaved(isChanged: boolean): void {
  const unsaved = React.useContext(UnsavedContext)
  // Before the next task: a change of the address may already be on its way.
  React.useLayoutEffect(() => {
    if (!isChanged) return undefined
    const release = unsaved.hold()
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      release()
      window.removeEventListener('beforeunload', ask)
    }
  }, [unsaved, isChanged])
}
