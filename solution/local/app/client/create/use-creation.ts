import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import type { Form } from '../../../../model/solution/form.js'
import { useApp } from '../app-context.js'
import type { RecordReference } from '../lookup/reference.js'
import type { Draft } from '../record/draft.js'
import { formProblems } from '../record/form-columns.js'
import { createRecord, loadRecord } from '../record/record-requests.js'
import { useDraft } from '../record/use-draft.js'
import type { Editing } from '../record/use-draft.js'
import { useServices } from '../services.js'

export interface Creation {
  readonly editing: Editing
  /** Makes the record; undefined where that did not succeed, and the form says why. */
  readonly create: () => Promise<RecordReference | undefined>
}

/** A draft of a record that is not there yet, in a form. */
export function useCreation({
  form,
  metadata,
  start,
}: {
  readonly form: Form
  readonly metadata: TableMetadata
  readonly start?: Draft
}): Creation {
  const services = useServices()
  const { announce } = useApp()
  const shown = { form, metadata, isNew: true, isReadOnly: false }
  const editing = useDraft({
    ...(start ? { start } : {}),
    findProblems: (draft) => formProblems(shown, draft, () => ''),
    announce,
  })
  return {
    editing,
    create: async () => {
      let id: string | undefined
      const ended = await editing.run(async (draft) => {
        id = await createRecord(metadata, draft, services)
        return 'done'
      }, 'Saved.')
      if (ended !== 'done' || id === undefined) return undefined
      return { table: metadata.logicalName, id, name: await nameOf(id) }
    },
  }

  /** The name may have been made by the platform. The record is there even if it cannot be read. */
  async function nameOf(id: string): Promise<string> {
    try {
      const loaded = await loadRecord(metadata.logicalName, id, services)
      return loaded?.record.getFormattedValue(metadata.primaryName) || noName
    } catch {
      return noName
    }
  }
}

const noName = '(no name)'
