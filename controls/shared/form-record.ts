/** The record of the form that a control stands on. */
export type FormRecord =
  | { readonly state: 'record'; readonly table: string; readonly id: string }
  /** The form's record is new and has no id yet. */
  | { readonly state: 'unsaved'; readonly table: string }
  /** The control stands on no form. */
  | { readonly state: 'none' }

/** What the platform has beside the public types: empty on an unsaved record and outside forms. */
interface ContextInfo {
  readonly entityTypeName?: unknown
  readonly entityId?: unknown
}

/**
 * The record from the control's inputs where both are given, else from the form. Ids come in lower
 * case without braces.
 */
export function formRecordOf(
  mode: ComponentFramework.Mode,
  inputs: { readonly table?: string | null; readonly id?: string | null } = {},
): FormRecord {
  const info = (mode as { readonly contextInfo?: ContextInfo }).contextInfo
  const table = textOf(inputs.table) ?? textOf(info?.entityTypeName)
  if (table === undefined) return { state: 'none' }
  const id = textOf(inputs.table) ? textOf(inputs.id) : textOf(info?.entityId)
  return id === undefined ? { state: 'unsaved', table } : { state: 'record', table, id: guidOf(id) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function guidOf(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase()
}
