import * as React from 'react'

import { useMessages } from '../controls/Messages.js'

export interface Question {
  readonly title: string
  readonly text: string
  /** What the button says that does it. */
  readonly yes: string
  /** What the button says that does not (default: Cancel). */
  readonly no?: string
}

/** Asks in a dialog; resolves to whether people said yes. */
export type Confirm = (question: Question) => Promise<boolean>

const ConfirmContext = React.createContext<Confirm>(() => Promise.resolve(false))
export const useConfirm = (): Confirm => React.useContext(ConfirmContext)

/** Shows what parts of the app ask. */
export function ConfirmProvider({
  children,
}: {
  readonly children: React.ReactNode
}): React.ReactElement {
  const { dialog, show } = useMessages()
  const confirm = React.useCallback<Confirm>(
    ({ title, text, yes, no = 'Cancel' }) => show({ title, text, confirm: yes, cancel: no }),
    [show],
  )
  return (
    <ConfirmContext.Provider value={confirm}>
      {children}
      {dialog}
    </ConfirmContext.Provider>
  )
}
