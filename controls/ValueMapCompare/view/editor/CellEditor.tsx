import { ActionButton, DirectionalHint, FocusTrapCallout } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { MappingChange, SaveOutcome } from '../../data/save-mapping.js'
import { draftOf, emptyDraft } from '../../model/draft.js'
import { cellOf } from '../../model/matrix.js'
import type { Mapping } from '../../model/mapping.js'
import type { Matrix, MatrixRow } from '../../model/matrix.js'
import type { Numbers } from '../props.js'
import type { Styles } from '../styles.js'
import { codeText, systemName } from '../words.js'
import { MappingForm } from './MappingForm.js'
import { MappingList, MappingNotes } from './MappingList.js'

/** What is edited, and beside which element. */
export interface EditorTarget {
  readonly element: HTMLElement
  /** Absent: a mapping of any system and code. */
  readonly cell?: { readonly row: MatrixRow; readonly system: string }
}

export interface CellEditorProps {
  readonly target: EditorTarget
  readonly codeList: string
  readonly matrix: Matrix
  readonly mayWrite: boolean
  readonly mayAdd: boolean
  readonly strings: Strings
  readonly numbers: Numbers
  readonly styles: Styles
  readonly onSave: (change: MappingChange) => Promise<SaveOutcome>
  readonly onSaved: (mapping: Mapping) => void
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** What the callout shows: the cell's mappings, one of them to change, or a new one. */
type Step = { readonly kind: 'list' } | { readonly kind: 'new' } | EditStep
interface EditStep {
  readonly kind: 'edit'
  readonly mapping: Mapping
}

/** Where there is but one thing to do, the callout begins with it. */
function firstStep({ target, mayWrite, mayAdd }: CellEditorProps): Step {
  if (!target.cell) return { kind: 'new' }
  const { mappings } = cellOf(target.cell.row, target.cell.system)
  const [only] = mappings
  if (!only && mayAdd) return { kind: 'new' }
  return only && mappings.length === 1 && mayWrite
    ? { kind: 'edit', mapping: only }
    : { kind: 'list' }
}

/** The cell's mappings beside the cell: read, changed, opened, added to. */
export function CellEditor(props: CellEditorProps): React.ReactElement {
  const { target, strings, styles, matrix, mayAdd, onClose } = props
  const [step, setStep] = React.useState<Step>(() => firstStep(props))
  const [isDirty, setDirty] = React.useState(false)
  const { row, system = '' } = target.cell ?? {}
  const title = row
    ? strings('CellTitle', systemName(strings, system), codeText(strings, row.code))
    : strings('AddMapping')
  const form = {
    codeList: props.codeList,
    matrix,
    strings,
    styles,
    decimal: props.numbers.decimalSeparator,
    isFree: !row,
    onSave: props.onSave,
    onSaved: props.onSaved,
    onDirty: () => setDirty(true),
    onCancel: onClose,
  }
  const open = (mapping: Mapping) => (
    <ActionButton
      className={styles.plain}
      iconProps={{ iconName: 'OpenInNewWindow' }}
      onClick={() => props.onOpen(mapping.id)}
    >
      {strings('OpenRecord')}
    </ActionButton>
  )
  const add = mayAdd && step.kind !== 'new' && (
    <ActionButton
      className={styles.plain}
      iconProps={{ iconName: 'Add' }}
      onClick={() => setStep({ kind: 'new' })}
    >
      {strings('AddAnother')}
    </ActionButton>
  )

  return (
    <FocusTrapCallout
      target={target.element}
      role="dialog"
      ariaLabel={title}
      directionalHint={DirectionalHint.bottomLeftEdge}
      gapSpace={2}
      isBeakVisible={false}
      onDismiss={onClose}
      preventDismissOnEvent={(event) =>
        isDirty || event.type === 'scroll' || event.type === 'resize'
      }
      focusTrapProps={{ isClickableOutsideFocusTrap: true, disableRestoreFocus: true }}
    >
      <div className={styles.form}>
        <h3 className={styles.title}>
          <bdi>{title}</bdi>
        </h3>
        {row && <MappingNotes {...props} cell={cellOf(row, system)} />}
        {step.kind === 'list' && row && (
          <>
            <MappingList
              {...props}
              mappings={cellOf(row, system).mappings}
              onEdit={(mapping) => setStep({ kind: 'edit', mapping })}
            />
            <div className={styles.buttons}>{add}</div>
          </>
        )}
        {step.kind === 'edit' && (
          <MappingForm
            key={step.mapping.id}
            {...form}
            initial={draftOf(step.mapping, form.decimal)}
            before={step.mapping}
          >
            <div className={styles.buttons}>
              {open(step.mapping)}
              {add}
            </div>
          </MappingForm>
        )}
        {step.kind === 'new' && (
          <MappingForm
            key="new"
            {...form}
            initial={{
              ...emptyDraft,
              system,
              canonicalCode: row?.code ?? '',
              canonicalLabel: row?.label ?? '',
            }}
          />
        )}
      </div>
    </FocusTrapCallout>
  )
}
