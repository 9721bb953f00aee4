import type { WallTime } from './wall-clock.js'

export interface Option {
  readonly value: number
  readonly label: string
  /** `#0a7b3c`; undefined: none. */
  readonly color: string | undefined
}

/** The value of a column, and what the column takes. */
export type FieldValue =
  | {
      readonly kind: 'text'
      readonly value: string
      readonly isMultiline: boolean
      readonly maxLength: number | undefined
      readonly format: 'text' | 'email' | 'tel' | 'url'
    }
  | {
      readonly kind: 'number'
      readonly value: number | null
      readonly style: 'integer' | 'decimal' | 'money'
      readonly precision: number
      readonly min: number | undefined
      readonly max: number | undefined
      /** The currency's; empty for plain numbers. */
      readonly symbol: string
    }
  | {
      readonly kind: 'choice'
      readonly value: number | null
      readonly options: readonly Option[]
    }
  | {
      readonly kind: 'yesNo'
      readonly value: boolean | null
      readonly options: { readonly no: Option; readonly yes: Option }
    }
  | { readonly kind: 'date'; readonly value: WallTime | null; readonly hasTime: boolean }
  /** A column that has no input here: a lookup, for one. */
  | { readonly kind: 'other'; readonly text: string }

/** The bound column as the form has it now. */
export interface Field {
  readonly data: FieldValue
  readonly label: string
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  /** False where column security hides the value. */
  readonly isReadable: boolean
  /** What the platform says is wrong with the value. */
  readonly error: string | undefined
}

/** What the input puts out: as the platform takes it, but for dates, which are wall times. */
export type Output = string | number | boolean | null
