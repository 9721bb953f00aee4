import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import { useConfirm } from '../leaving/confirm.js'
import type { Question } from '../leaving/confirm.js'
import { gridPlace } from '../route.js'
import { useServices } from '../services.js'
import type { RecordFormProps } from './RecordForm.js'
import { deleteRecord, setState } from './record-requests.js'
import type { Written } from './record-requests.js'
import { activeState, hasState, inactiveState, isInactive } from './states.js'
import { recordStyles } from './styles.js'
import type { Editing } from './use-draft.js'

export interface RecordCommandsProps extends RecordFormProps {
  readonly editing: Editing
  readonly onSave: () => void
  /** Reads the record anew and takes unsaved changes back. */
  readonly onRefresh: () => Promise<void>
}

/** What can be done with a record. */
export function RecordCommands(props: RecordCommandsProps): React.ReactElement {
  const { table, loaded, editing, onSave, onRefresh, goTo } = props
  const styles = recordStyles(useTheme())
  const services = useServices()
  const confirm = useConfirm()
  const { isChanged, isBusy } = editing
  const isActive = !isInactive(loaded)
  const name = loaded.record.getFormattedValue(table.primaryName) || '(no name)'

  /** Asks, does it upon the version that is shown, and goes on where it was done. */
  const act = async (
    question: Question,
    write: () => Promise<Written>,
    said: string,
    then: () => void | Promise<void>,
  ) => {
    if (!(await confirm(question))) return
    if ((await editing.run(write, said, { checks: false })) === 'done') await then()
  }
  const lost = isChanged ? ' Your unsaved changes are lost.' : ''
  const remove = () =>
    act(
      {
        title: `Delete ${table.label}`,
        text: `“${name}” will be deleted for good.${lost}`,
        yes: 'Delete',
      },
      () => deleteRecord(loaded, services),
      `${name} is deleted.`,
      () => {
        editing.reset()
        goTo(gridPlace(table.logicalName))
      },
    )
  const turn = () => {
    const verb = isActive ? 'Deactivate' : 'Activate'
    return act(
      {
        title: `${verb} ${table.label}`,
        text: isActive
          ? `“${name}” can then only be read, until it is activated again.${lost}`
          : `“${name}” can then be changed again.`,
        yes: verb,
      },
      () => setState(loaded, isActive ? inactiveState : activeState, services),
      `${name} is now ${isActive ? 'inactive' : 'active'}.`,
      onRefresh,
    )
  }
  const refresh = async () => {
    if (!isChanged || (await confirm(refreshQuestion))) await onRefresh()
  }

  return (
    <div className={styles.bar} role="group" aria-label="Commands">
      {isActive && (
        <>
          <PrimaryButton
            text="Save"
            allowDisabledFocus
            disabled={!isChanged || isBusy}
            onClick={onSave}
          />
          <DefaultButton
            text="Discard changes"
            allowDisabledFocus
            disabled={!isChanged || isBusy}
            onClick={() => editing.reset()}
          />
        </>
      )}
      <DefaultButton text="New" onClick={() => goTo({ kind: 'new', table: table.logicalName })} />
      <DefaultButton text="Refresh" onClick={() => void refresh()} />
      {hasState(loaded) && (
        <DefaultButton text={isActive ? 'Deactivate' : 'Activate'} onClick={() => void turn()} />
      )}
      <DefaultButton text="Delete" onClick={() => void remove()} />
      {isChanged && <span>Unsaved changes</span>}
    </div>
  )
}

const refreshQuestion: Question = {
  title: 'Unsaved changes',
  text: 'There are changes that are not saved. They are lost when the record is read anew.',
  yes: 'Refresh without saving',
  no: 'Keep editing',
}
