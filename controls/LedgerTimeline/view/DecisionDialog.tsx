import {
  DefaultButton,
  Dialog,
  DialogFooter,
  DialogType,
  MessageBar,
  MessageBarType,
  PrimaryButton,
  TextField,
} from '@fluentui/react'
import * as React from 'react'

import { cannotBeUndone, eligible, mostAtOnce } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { columnLabel, useSettings } from './settings.js'
import { ShortValue } from './ValueText.js'

/** Values named in the question; of more, the number must do. */
const mostNamed = 5

/** Asks for the note, and whether it is meant, before a decision is sent. */
export function DecisionDialog(props: {
  readonly action: Action
  /** The entry, or the selection, that it was asked for. */
  readonly entries: readonly Entry[]
  /** Characters that the notes still take. */
  readonly longestNote: number
  readonly onCancel: () => void
  readonly onDecide: (action: Action, entries: readonly Entry[], note: string) => void
}): React.ReactElement {
  const settings = useSettings()
  const { formats, styles, texts } = settings
  const { action, entries } = props
  const [note, setNote] = React.useState('')
  const affected = eligible(action, entries).slice(0, mostAtOnce)
  const left = entries.length - affected.length
  const count = formats.integer(affected.length)
  const title = texts(affected.length === 1 ? `Ask_${action}_One` : `Ask_${action}_Many`, count)
  return (
    <Dialog
      hidden={false}
      onDismiss={props.onCancel}
      minWidth="min(480px, 92vw)"
      maxWidth="92vw"
      dialogContentProps={{
        type: DialogType.normal,
        title,
        subText: texts(`Ask_${action}_Text`),
      }}
    >
      <ul>
        {affected.slice(0, mostNamed).map((entry) => (
          <li key={entry.id} className={styles.text}>
            {columnLabel(settings, entry.targetTable, entry.aspectKey)}
            {': '}
            <ShortValue entry={entry} side="value" /> (<bdi>{entry.source}</bdi>)
          </li>
        ))}
        {affected.length > mostNamed && (
          <li>{texts('Ask_More', formats.integer(affected.length - mostNamed))}</li>
        )}
      </ul>
      {left > 0 && <p>{texts('Ask_Left', formats.integer(left))}</p>}
      {cannotBeUndone(action) && (
        <MessageBar messageBarType={MessageBarType.warning}>{texts('Ask_NoUndo')}</MessageBar>
      )}
      <TextField
        label={texts('Note_Label')}
        multiline
        rows={3}
        value={note}
        maxLength={Math.max(props.longestNote, 0)}
        disabled={props.longestNote <= 0}
        {...(props.longestNote <= 0 ? { description: texts('Note_Full') } : {})}
        onChange={(_event, text = '') => setNote(text)}
      />
      <DialogFooter>
        <PrimaryButton
          text={title}
          disabled={affected.length === 0}
          onClick={() => props.onDecide(action, affected, note)}
        />
        <DefaultButton text={texts('Cancel')} onClick={props.onCancel} />
      </DialogFooter>
    </Dialog>
  )
}
