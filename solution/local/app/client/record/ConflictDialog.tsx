import {
  ChoiceGroup,
  DefaultButton,
  Dialog,
  DialogFooter,
  DialogType,
  PrimaryButton,
} from '@fluentui/react'
import * as React from 'react'

import { draftTextShown } from './draft-text-shown.js'
import type { Draft } from './draft.js'
import type { LoadedRecord } from './record-requests.js'

export interface ConflictDialogProps {
  readonly draft: Draft
  /** The version that somebody else has saved. */
  readonly theirs: LoadedRecord
  /** Goes on with these of the changes, upon their version. */
  readonly onSave: (kept: Draft) => void
  /** Takes all changes back and shows their version. */
  readonly onDiscard: () => void
  readonly onDismiss: () => void
}

/** Somebody else was faster: each change is shown beside what is stored now, and one is kept. */
export function ConflictDialog(props: ConflictDialogProps): React.ReactElement {
  const { draft, theirs, onSave, onDiscard, onDismiss } = props
  const [taken, setTaken] = React.useState<ReadonlySet<string>>(new Set())
  const who = theirs.record.getFormattedValue('modifiedby') || 'Somebody else'
  const kept = Object.fromEntries(Object.entries(draft).filter(([column]) => !taken.has(column)))
  const choose = (column: string, isTaken: boolean) =>
    setTaken((before) => {
      const others = [...before].filter((one) => one !== column)
      return new Set(isTaken ? [...others, column] : others)
    })
  return (
    <Dialog
      hidden={false}
      onDismiss={onDismiss}
      minWidth="min(480px, 100vw)"
      modalProps={{ isBlocking: true }}
      dialogContentProps={{
        type: DialogType.normal,
        title: 'Somebody else changed this record',
        subText: `${who} saved it after you opened it, so nothing of yours is saved yet. Choose what to keep of each field that you changed.`,
        showCloseButton: false,
      }}
    >
      {Object.entries(draft).map(([name, text]) => {
        const column = theirs.metadata.columns.get(name)
        if (!column) return null
        return (
          <ChoiceGroup
            key={name}
            label={column.label}
            selectedKey={taken.has(name) ? 'theirs' : 'mine'}
            onChange={(_event, option) => choose(name, option?.key === 'theirs')}
            options={[
              { key: 'mine', text: `Keep mine: ${draftTextShown(column, text)}` },
              {
                key: 'theirs',
                text: `Take theirs: ${theirs.record.getFormattedValue(name) || 'empty'}`,
              },
            ]}
          />
        )
      })}
      <DialogFooter>
        <PrimaryButton
          text={taken.size < Object.keys(draft).length ? 'Save' : 'Take theirs'}
          onClick={() => (Object.keys(kept).length > 0 ? onSave(kept) : onDiscard())}
        />
        <DefaultButton text="Discard my changes" onClick={onDiscard} />
        <DefaultButton text="Go on editing" onClick={onDismiss} />
      </DialogFooter>
    </Dialog>
  )
}
