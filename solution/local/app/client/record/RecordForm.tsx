import { MessageBar, MessageBarType } from '@fluentui/react'
import * as React from 'react'

import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import { useServices } from '../services.js'
import { ConflictDialog } from './ConflictDialog.js'
import { storedText } from './draft.js'
import type { Draft } from './draft.js'
import { DraftForm } from './DraftForm.js'
import { formProblems } from './form-columns.js'
import { RecordCommands } from './RecordCommands.js'
import type { RecordPageProps } from './RecordPage.js'
import { loadRecord, saveRecord } from './record-requests.js'
import type { LoadedRecord } from './record-requests.js'
import { isInactive } from './states.js'
import { Subgrid } from './Subgrid.js'
import { useDraft } from './use-draft.js'

export interface RecordFormProps extends RecordPageProps {
  readonly loaded: LoadedRecord
  readonly reload: () => Promise<void>
}

/** The record's fields and related rows, and what saves or discards a change. */
export function RecordForm(props: RecordFormProps): React.ReactElement {
  const { definition, addresses, form, loaded, reload, announce } = props
  const { metadata, row, record } = loaded
  const services = useServices()
  const [theirs, setTheirs] = React.useState<LoadedRecord>()
  const isReadOnly = isInactive(loaded)
  const stored = (column: ColumnMetadata) => storedText(column, row)
  const shown = { form, metadata, isNew: false, isReadOnly }
  const editing = useDraft({
    findProblems: (draft) => (isReadOnly ? {} : formProblems(shown, draft, stored)),
    announce,
  })

  const saveUpon = async (version: LoadedRecord, kept?: Draft) => {
    const ended = await editing.run(
      (draft) => saveRecord(version, kept ?? draft, beforeOf(version), services),
      'Saved.',
    )
    if (ended === 'done') await refresh()
    if (ended === 'conflict') setTheirs(await newest())
  }
  /** What is stored now; undefined where that cannot be read. */
  const newest = () => loadRecord(metadata.logicalName, id, services).catch(() => undefined)
  const refresh = async () => {
    setTheirs(undefined)
    const read = async () => {
      await reload()
      return 'done' as const
    }
    if ((await editing.run(read, '', { checks: false })) === 'done') editing.reset()
  }
  const id = record.getRecordId()

  return (
    <>
      <RecordCommands
        {...props}
        editing={editing}
        onSave={() => void saveUpon(loaded)}
        onRefresh={refresh}
      />
      {isReadOnly && <MessageBar>This record is inactive and can only be read.</MessageBar>}
      {editing.outcome?.kind === 'conflict' && !theirs && (
        <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline>
          Somebody else changed this record after you opened it, so nothing of yours is saved.
          Refresh shows what is stored now.
        </MessageBar>
      )}
      {theirs && (
        <ConflictDialog
          draft={editing.draft}
          theirs={theirs}
          onSave={(kept) => void saveUpon(theirs, kept)}
          onDiscard={() => void refresh()}
          onDismiss={() => setTheirs(undefined)}
        />
      )}
      <DraftForm
        scope="record"
        form={form}
        metadata={metadata}
        loaded={loaded}
        editing={editing}
        isReadOnly={isReadOnly}
        renderOther={({ control, label }) =>
          control?.kind === 'subgrid' ? (
            <Subgrid
              definition={definition}
              addresses={addresses}
              label={label}
              control={control}
              recordId={id}
              recordTable={metadata.logicalName}
              recordName={record.getFormattedValue(metadata.primaryName)}
              version={loaded.etag}
              isReadOnly={isReadOnly}
            />
          ) : null
        }
      />
    </>
  )
}

/** The texts of a version, for the columns that it has. */
function beforeOf({ metadata, row }: LoadedRecord): Draft {
  return Object.fromEntries(
    [...metadata.columns.values()].map((column) => [column.logicalName, storedText(column, row)]),
  )
}
