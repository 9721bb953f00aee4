import { DefaultButton, Panel, PanelType, PrimaryButton } from '@fluentui/react'
import * as React from 'react'

import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import type { Form } from '../../../../model/solution/form.js'
import type { TablePart } from '../../shape.js'
import { useApp } from '../app-context.js'
import { useConfirm } from '../leaving/confirm.js'
import { leaveQuestion } from '../leaving/unsaved.js'
import { useLoaded } from '../loaded.js'
import { referenceText } from '../lookup/reference.js'
import type { RecordReference } from '../lookup/reference.js'
import { DraftForm } from '../record/DraftForm.js'
import type { Draft } from '../record/draft.js'
import { useServices } from '../services.js'
import { ErrorState, LoadingState, NoAccessState } from '../states.js'
import type { QuickCreateRequest } from './quick-create.js'
import { useCreation } from './use-creation.js'

export interface QuickCreatePanelProps {
  /** Apart from other forms on the page. */
  readonly scope: string
  readonly table: TablePart
  readonly form: Form
  readonly request: QuickCreateRequest
  readonly onClose: (made: RecordReference | undefined) => void
}

/** A pane in which a record is made without leaving the page. */
export function QuickCreatePanel(props: QuickCreatePanelProps): React.ReactElement {
  const { table, onClose } = props
  const { tables } = useServices()
  const { loaded, reload } = useLoaded(table.logicalName, () => tables.read(table.logicalName))
  if (loaded.state === 'ready') return <ReadyPanel {...props} metadata={loaded.value} />
  return (
    <Panel
      isOpen
      headerText={titleOf(table)}
      closeButtonAriaLabel="Close"
      onDismiss={() => onClose(undefined)}
    >
      {loaded.state === 'loading' && <LoadingState what="the form" />}
      {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={reload} />}
      {loaded.state === 'noAccess' && <NoAccessState what={table.pluralLabel} />}
    </Panel>
  )
}

function ReadyPanel({
  scope,
  table,
  form,
  request,
  onClose,
  metadata,
}: QuickCreatePanelProps & { readonly metadata: TableMetadata }): React.ReactElement {
  const { announce } = useApp()
  const confirm = useConfirm()
  const start = React.useMemo(() => startOf(request, metadata), [request, metadata])
  const { editing, create } = useCreation({ form, metadata, start })
  const made = React.useRef<RecordReference>()
  const save = async (closes: boolean) => {
    const reference = await create()
    if (!reference) return
    made.current = reference
    editing.reset()
    if (closes) onClose(reference)
    else announce(`${reference.name} is made. The form is ready for the next one.`)
  }
  const close = async () => {
    if (!editing.isChanged || (await confirm(leaveQuestion))) onClose(made.current)
  }
  return (
    <Panel
      isOpen
      isBlocking
      type={PanelType.custom}
      customWidth="min(420px, 100vw)"
      headerText={titleOf(table)}
      closeButtonAriaLabel="Close"
      isFooterAtBottom
      onDismiss={(event) => {
        event?.preventDefault()
        void close()
      }}
      onRenderFooterContent={() => (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <PrimaryButton
            text="Save and close"
            allowDisabledFocus
            disabled={editing.isBusy}
            onClick={() => void save(true)}
          />
          {request.several === true && (
            <DefaultButton
              text="Save and create new"
              allowDisabledFocus
              disabled={editing.isBusy}
              onClick={() => void save(false)}
            />
          )}
          <DefaultButton text="Cancel" onClick={() => void close()} />
        </div>
      )}
    >
      <DraftForm scope={scope} form={form} metadata={metadata} editing={editing} isNew />
    </Panel>
  )
}

const titleOf = ({ label }: TablePart): string => `Quick Create: ${label}`

/** What the form begins with: the lookups asked for, and the name where nothing else gives it. */
function startOf({ name = '', related = {} }: QuickCreateRequest, metadata: TableMetadata): Draft {
  const lookups = Object.entries(related).map(([column, one]) => [column, referenceText(one)])
  const named = name === '' ? [] : [[metadata.primaryName, name]]
  return Object.fromEntries([...lookups, ...named]) as Draft
}
