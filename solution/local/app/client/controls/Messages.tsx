import { DefaultButton, Dialog, DialogFooter, PrimaryButton } from '@fluentui/react'
import * as React from 'react'

export interface Message {
  readonly title?: string
  readonly text: string
  readonly confirm: string
  /** Absent: there is nothing to choose. */
  readonly cancel?: string
}

/** Resolves once somebody has answered: to whether they confirmed. */
export type ShowMessage = (message: Message) => Promise<boolean>

interface Shown {
  readonly message: Message
  readonly answer: (isConfirmed: boolean) => void
}

/** Messages of controls, one after another; `dialog` is to be drawn. */
export function useMessages(): {
  readonly dialog: React.ReactElement | null
  readonly show: ShowMessage
} {
  const [waiting, setWaiting] = React.useState<readonly Shown[]>([])
  const show = React.useCallback<ShowMessage>(
    (message) =>
      new Promise((resolve) => {
        const shown: Shown = {
          message,
          answer: (isConfirmed) => {
            setWaiting((before) => before.filter((each) => each !== shown))
            resolve(isConfirmed)
          },
        }
        setWaiting((before) => [...before, shown])
      }),
    [],
  )
  const [first] = waiting
  return { dialog: first ? <MessageDialog {...first} /> : null, show }
}

function MessageDialog({ message, answer }: Shown): React.ReactElement {
  const { title, text, confirm, cancel } = message
  return (
    <Dialog
      hidden={false}
      onDismiss={() => answer(false)}
      dialogContentProps={{ subText: text, ...(title === undefined ? {} : { title }) }}
      minWidth="min(400px, 90vw)"
    >
      <DialogFooter>
        <PrimaryButton text={confirm} onClick={() => answer(true)} />
        {cancel !== undefined && <DefaultButton text={cancel} onClick={() => answer(false)} />}
      </DialogFooter>
    </Dialog>
  )
}
