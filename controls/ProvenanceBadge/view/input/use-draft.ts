import * as React from 'react'

import { fieldText, readText } from '../../model/field-text.js'
import type { Problem, TextStyle } from '../../model/field-text.js'
import type { Field, Output } from '../../model/field.js'

interface Draft {
  readonly text: string
  /** Typed since it was last committed. */
  readonly isOpen: boolean
}

export interface DraftInput {
  readonly text: string
  /** What is wrong with the text, once the person is done with it. */
  readonly problem: Problem | undefined
  readonly onFocus: () => void
  readonly onType: (text: string) => void
  /** A text that was chosen rather than typed: nothing remains to be done. */
  readonly onPick: (text: string) => void
  /** The person is done: by leaving the input, by Enter, or by saving the form. */
  readonly onCommit: () => void
  readonly onBlur: () => void
}

/** Empty text is no value to the platform. */
const valueOf = ({ data }: Field): Output =>
  data.kind === 'other' || data.value === '' ? null : data.value

/**
 * What a person types, kept until the form's value has caught up with it: values that the form echoes
 * while they type on never take their text away, nor does one that is not understood go lost. Text is
 * put out as it is typed; numbers and dates once they are whole.
 */
export function useDraft(
  field: Field,
  style: TextStyle,
  onOutput: (output: Output) => void,
): DraftInput {
  const [draft, setDraft] = React.useState<Draft>()
  const isFocused = React.useRef(false)
  const putOut = React.useRef<readonly Output[]>([])
  const value = valueOf(field)
  const seen = React.useRef(value)

  React.useEffect(() => {
    if (seen.current === value) return
    seen.current = value
    const isEcho = putOut.current.includes(value)
    setDraft((before) => {
      if (!before) return before
      if (!isEcho) return isFocused.current && before.isOpen ? before : undefined
      const { output, problem } = readText(field, before.text, style)
      const isSettled = !problem && output === value && !(isFocused.current && before.isOpen)
      return isSettled ? undefined : before
    })
  })

  const put = (output: Output) => {
    const last = putOut.current[putOut.current.length - 1]
    if (output === (last === undefined ? value : last)) return
    putOut.current = [...putOut.current.slice(-mostKept), output]
    onOutput(output)
  }
  const onPick = (text: string) => {
    const { output, problem } = readText(field, text, style)
    if (output !== undefined) put(output)
    setDraft(!problem && output === value ? undefined : { text, isOpen: false })
  }
  const onCommit = () => {
    if (draft) onPick(draft.text)
  }
  const isTextual = field.data.kind === 'text'
  const reading = draft && readText(field, draft.text, style)
  const showsProblem = draft && (!draft.isOpen || reading?.problem?.key === 'Problem_TooLong')
  return {
    text: draft?.text ?? fieldText(field.data, style),
    problem: showsProblem ? reading?.problem : undefined,
    onFocus: () => {
      isFocused.current = true
      if (!draft) putOut.current = []
    },
    onType: (text) => {
      setDraft({ text, isOpen: true })
      const { output } = readText(field, text, style)
      if (isTextual && output !== undefined) put(output)
    },
    onPick,
    onCommit,
    onBlur: () => {
      isFocused.current = false
      onCommit()
    },
  }
}

/** Echoes come late, but not later than this many values. */
const mostKept = 200
