import {
  ComboBox,
  DefaultButton,
  MessageBar,
  MessageBarType,
  PrimaryButton,
  TextField,
} from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import { limits } from '../../data/map-columns.js'
import type { MappingChange, SaveOutcome } from '../../data/save-mapping.js'
import { mappingOf, problemsOf } from '../../model/draft.js'
import type { Draft, DraftField, DraftProblem } from '../../model/draft.js'
import type { Mapping } from '../../model/mapping.js'
import type { Matrix } from '../../model/matrix.js'
import type { Styles } from '../styles.js'
import { codeText } from '../words.js'
import { formOf, formReducer } from './form-state.js'

export interface MappingFormProps {
  readonly initial: Draft
  /** The mapping to change; absent: a new one. */
  readonly before?: Mapping
  readonly codeList: string
  readonly matrix: Matrix
  /** Whether system and canonical code are to be written, too. */
  readonly isFree: boolean
  readonly decimal: string
  readonly strings: Strings
  readonly styles: Styles
  readonly onSave: (change: MappingChange) => Promise<SaveOutcome>
  readonly onSaved: (mapping: Mapping) => void
  readonly onDirty: () => void
  readonly onCancel: () => void
  /** Further actions. */
  readonly children?: React.ReactNode
}

/** The fields of one mapping. What the server refuses comes back into the form, text and all. */
export function MappingForm(props: MappingFormProps): React.ReactElement {
  const { before, matrix, decimal, strings, styles, isFree } = props
  const [state, dispatch] = React.useReducer(formReducer, props.initial, formOf)
  const { draft, tried, saving, failure } = state
  const problems = problemsOf(draft, matrix, decimal, before)
  const isMounted = useMounted()

  const save = async () => {
    if (saving) return
    if (Object.keys(problems).length > 0) {
      dispatch({ type: 'refuse' })
      return
    }
    dispatch({ type: 'save' })
    const after = mappingOf(draft, props.codeList, decimal, before)
    const outcome = await props.onSave(before ? { before, after } : { after })
    if (!isMounted.current) return
    if (outcome.outcome === 'done') props.onSaved(outcome.mapping)
    else dispatch({ type: 'fail', message: failureText(strings, outcome) })
  }
  const write = (name: DraftField, text = '') => {
    dispatch({ type: 'write', field: name, text })
    props.onDirty()
  }
  const problem = (name: DraftField) => {
    const found = tried ? problems[name] : undefined
    return found && problemText(strings, found)
  }
  const field = (name: DraftField, maxLength?: number) => ({
    label: strings(labels[name]),
    value: draft[name],
    autoComplete: 'off',
    ...(maxLength === undefined ? {} : { maxLength }),
    ...errorOf(problem(name)),
    onChange: (_event: unknown, text?: string) => write(name, text),
  })

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {failure !== undefined && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {failure}
        </MessageBar>
      )}
      {isFree && !before && (
        <ComboBox
          label={strings('System')}
          allowFreeform
          autoComplete="on"
          useComboBoxAsMenuWidth
          placeholder={strings('AnySystem')}
          text={draft.system}
          options={matrix.systems.filter(Boolean).map((key) => ({ key, text: key }))}
          onInputValueChange={(text) => write('system', text)}
          onChange={(_event, option, _index, text) => write('system', option?.text ?? text)}
        />
      )}
      <TextField {...field('sourceCode', limits.code)} required dir="auto" />
      <TextField {...field('sourceLabel', limits.label)} dir="auto" />
      {(isFree || before) && (
        <TextField {...field('canonicalCode', limits.code)} required dir="auto" />
      )}
      {isFree && <TextField {...field('canonicalLabel', limits.label)} dir="auto" />}
      <TextField
        {...field('confidence')}
        inputMode="decimal"
        description={strings('ConfidenceHint')}
      />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" disabled={saving}>
          {strings(saving ? 'Saving' : 'Save')}
        </PrimaryButton>
        <DefaultButton onClick={props.onCancel}>{strings('Cancel')}</DefaultButton>
      </div>
      {props.children}
    </form>
  )
}

const labels: Readonly<Record<DraftField, string>> = {
  system: 'System',
  canonicalCode: 'CanonicalCode',
  canonicalLabel: 'CanonicalLabel',
  sourceCode: 'SourceCode',
  sourceLabel: 'SourceLabel',
  confidence: 'Confidence',
}

const errorOf = (message: string | undefined) =>
  message === undefined ? {} : { errorMessage: message }

function problemText(strings: Strings, problem: DraftProblem): string {
  switch (problem.kind) {
    case 'required':
      return strings('Problem_Required')
    case 'notANumber':
      return strings('Problem_Confidence')
    case 'taken':
      return strings('Problem_Taken', codeText(strings, problem.canonicalCode))
  }
}

function failureText(
  strings: Strings,
  outcome: Exclude<SaveOutcome, { readonly outcome: 'done' }>,
): string {
  return outcome.outcome === 'overtaken'
    ? strings('Overtaken')
    : strings('Refused', outcome.message)
}

function useMounted(): React.MutableRefObject<boolean> {
  const isMounted = React.useRef(true)
  React.useEffect(
    () => () => {
      isMounted.current = false
    },
    [],
  )
  return isMounted
}
