import type { Draft, DraftField } from '../../model/draft.js'

/** A form: being written, being saved, or sent back with a reason. */
export interface FormState {
  readonly draft: Draft
  readonly isDirty: boolean
  /** Problems are shown once somebody tried to save. */
  readonly tried: boolean
  readonly saving: boolean
  readonly failure: string | undefined
}

export type FormAction =
  | { readonly type: 'write'; readonly field: DraftField; readonly text: string }
  | { readonly type: 'refuse' }
  | { readonly type: 'save' }
  | { readonly type: 'fail'; readonly message: string }

export function formOf(draft: Draft): FormState {
  return { draft, isDirty: false, tried: false, saving: false, failure: undefined }
}

export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'write':
      return {
        ...state,
        draft: { ...state.draft, [action.field]: action.text },
        isDirty: true,
        failure: undefined,
      }
    case 'refuse':
      return { ...state, tried: true }
    case 'save':
      return { ...state, tried: true, saving: true, failure: undefined }
    case 'fail':
      return { ...state, saving: false, failure: action.message }
  }
}
