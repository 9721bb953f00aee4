import { parseConfidence } from './confidence.js'
import type { Mapping } from './mapping.js'
import type { Matrix } from './matrix.js'

/** A mapping while a person writes it: texts as typed. */
export interface Draft {
  readonly system: string
  readonly canonicalCode: string
  readonly canonicalLabel: string
  readonly sourceCode: string
  readonly sourceLabel: string
  readonly confidence: string
}

export type DraftField = keyof Draft

/** Why a field cannot be saved as it is. */
export type DraftProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'notANumber' }
  /** The system's code is mapped already; to this canonical code. */
  | { readonly kind: 'taken'; readonly canonicalCode: string }

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>

export const emptyDraft: Draft = {
  system: '',
  canonicalCode: '',
  canonicalLabel: '',
  sourceCode: '',
  sourceLabel: '',
  confidence: '',
}

/** A mapping's values, to be written over. `decimal`: the user's decimal separator. */
export function draftOf(mapping: Mapping, decimal: string): Draft {
  const { system, canonicalCode, canonicalLabel, sourceCode, sourceLabel, confidence } = mapping
  return {
    system,
    canonicalCode,
    canonicalLabel,
    sourceCode,
    sourceLabel,
    confidence: confidence === null ? '' : String(confidence).replace('.', decimal),
  }
}

/** What must change before the draft can be saved; `before`: the mapping it began as. */
export function problemsOf(
  typed: Draft,
  { meanings }: Pick<Matrix, 'meanings'>,
  decimal: string,
  before?: Mapping,
): DraftProblems {
  const draft = trimmed(typed, before)
  const meant = meanings.get(draft.system)?.get(draft.sourceCode)?.[0]
  const isOther = before?.sourceCode !== draft.sourceCode
  return {
    ...(draft.canonicalCode === '' && { canonicalCode: { kind: 'required' } as const }),
    ...(parseConfidence(draft.confidence, decimal) === undefined && {
      confidence: { kind: 'notANumber' } as const,
    }),
    ...(isOther &&
      meant !== undefined && { sourceCode: { kind: 'taken', canonicalCode: meant } as const }),
    ...(draft.sourceCode === '' && { sourceCode: { kind: 'required' } as const }),
  }
}

/** The mapping that a draft without problems stands for. */
export function mappingOf(
  typed: Draft,
  codeList: string,
  decimal: string,
  before?: Mapping,
): Omit<Mapping, 'id'> {
  const draft = trimmed(typed, before)
  return { ...draft, codeList, confidence: parseConfidence(draft.confidence, decimal) ?? null }
}

/** Spaces around what was typed were not meant; those of a text left as it was may be. */
function trimmed(draft: Draft, before: Mapping | undefined): Draft {
  const text = (field: Exclude<DraftField, 'confidence'>) =>
    draft[field] === before?.[field] ? draft[field] : draft[field].trim()
  return {
    system: text('system'),
    canonicalCode: text('canonicalCode'),
    canonicalLabel: text('canonicalLabel'),
    sourceCode: text('sourceCode'),
    sourceLabel: text('sourceLabel'),
    confidence: draft.confidence,
  }
}
