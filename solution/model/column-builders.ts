import type { Column, ColumnKind, LookupRelationship, Reference } from './column.js'
import type { GlobalChoice, Options } from './option.js'

export interface ColumnOptions {
  readonly description?: string
  readonly additive?: boolean
  readonly secured?: boolean
}

interface TextOptions extends ColumnOptions {
  readonly maxLength?: number
}

interface NumberOptions extends ColumnOptions {
  readonly minValue?: number
  readonly maxValue?: number
  readonly precision?: number
}

interface ChoiceOptions<O extends Options> extends ColumnOptions {
  /** The option that forms start with. */
  readonly startsAs?: keyof O & string
}

function column(
  kind: ColumnKind,
  schemaName: string,
  label: string,
  { description = '', additive = false, secured = false }: ColumnOptions,
): Column<never> {
  return {
    kind,
    schemaName,
    logicalName: schemaName.toLowerCase(),
    label,
    description,
    required: false,
    additive,
    secured,
    primaryName: false,
  }
}

/** Single-line text (nvarchar), at most 4,000 characters. */
export function text(
  schemaName: string,
  label: string,
  { maxLength = 100, ...options }: TextOptions = {},
): Column<string | null> {
  return { ...column('text', schemaName, label, options), maxLength }
}

/** The table's primary name: what lists and lookups show of a row. */
export function primaryName(
  schemaName: string,
  label: string,
  options: TextOptions & { readonly autoNumberFormat?: string } = {},
): Column<string | null> {
  const { autoNumberFormat } = options
  return {
    ...text(schemaName, label, options),
    primaryName: true,
    ...(autoNumberFormat === undefined ? {} : { autoNumberFormat }),
  }
}

/** Multi-line text (ntext), at most 1,048,576 characters. */
export function memo(
  schemaName: string,
  label: string,
  { maxLength = 1_048_576, ...options }: TextOptions = {},
): Column<string | null> {
  return { ...column('memo', schemaName, label, options), maxLength }
}

export function integer(
  schemaName: string,
  label: string,
  { minValue = -2_147_483_648, maxValue = 2_147_483_647, ...options }: NumberOptions = {},
): Column<number | null> {
  return { ...column('integer', schemaName, label, options), minValue, maxValue }
}

/** A whole number of up to 64 bits; only those that JSON numbers hold exactly come through. */
export function bigInteger(
  schemaName: string,
  label: string,
  options: NumberOptions = {},
): Column<number | null> {
  const { minValue = -Number.MAX_SAFE_INTEGER, maxValue = Number.MAX_SAFE_INTEGER } = options
  return { ...column('bigInteger', schemaName, label, options), minValue, maxValue }
}

export function decimal(
  schemaName: string,
  label: string,
  options: NumberOptions = {},
): Column<number | null> {
  const { minValue = -100_000_000_000, maxValue = 100_000_000_000, precision = 2 } = options
  return { ...column('decimal', schemaName, label, options), minValue, maxValue, precision }
}

export function float(
  schemaName: string,
  label: string,
  options: NumberOptions = {},
): Column<number | null> {
  const { minValue = -100_000_000_000, maxValue = 100_000_000_000, precision = 5 } = options
  return { ...column('float', schemaName, label, options), minValue, maxValue, precision }
}

export function money(
  schemaName: string,
  label: string,
  options: NumberOptions = {},
): Column<number | null> {
  const { minValue = -922_337_203_685_477, maxValue = 922_337_203_685_477, precision = 2 } = options
  return { ...column('money', schemaName, label, options), minValue, maxValue, precision }
}

/** A two-valued column (bit). */
export function yesNo(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<boolean | null> {
  return column('yesNo', schemaName, label, options)
}

/** A choice of the column's own. */
export function choice<const O extends Options>(
  schemaName: string,
  label: string,
  choices: O,
  { startsAs, ...options }: ChoiceOptions<O> = {},
): Column<(keyof O & string) | null> {
  const defaultValue = startsAs === undefined ? undefined : choices[startsAs]?.value
  return {
    ...column('choice', schemaName, label, options),
    options: choices,
    ...(defaultValue === undefined ? {} : { defaultValue }),
  }
}

/** A column of a global choice. */
export function globalChoice<O extends Options>(
  schemaName: string,
  label: string,
  shared: GlobalChoice<O>,
  options: ColumnOptions = {},
): Column<(keyof O & string) | null> {
  return {
    ...column('choice', schemaName, label, options),
    options: shared.options,
    globalChoice: shared,
  }
}

/** Any number of options of a choice of the column's own; none chosen is null. */
export function choices<const O extends Options>(
  schemaName: string,
  label: string,
  options: O,
  settings: ColumnOptions = {},
): Column<readonly (keyof O & string)[] | null> {
  return { ...column('choices', schemaName, label, settings), options }
}

/** Any number of options of a global choice; none chosen is null. */
export function globalChoices<O extends Options>(
  schemaName: string,
  label: string,
  shared: GlobalChoice<O>,
  settings: ColumnOptions = {},
): Column<readonly (keyof O & string)[] | null> {
  return {
    ...choices(schemaName, label, shared.options, settings),
    globalChoice: shared,
  }
}

/** A point in time, kept in UTC (Dataverse's user-local behaviour). Resolution: one second. */
export function dateTime(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<Date | null> {
  return column('dateTime', schemaName, label, options)
}

/** A calendar day without time or zone, `2026-11-21`. */
export function date(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<string | null> {
  return column('date', schemaName, label, options)
}

interface LookupOptions extends ColumnOptions {
  /** Only where they are named by another pattern than ours. */
  readonly relationships?: readonly LookupRelationship[]
}

/** A reference to a row of one of the target tables (logical names). */
export function lookup<const Target extends string>(
  schemaName: string,
  label: string,
  targets: Target | readonly Target[],
  { relationships, ...options }: LookupOptions = {},
): Column<Reference<Target> | null> {
  return {
    ...column('lookup', schemaName, label, options),
    targets: typeof targets === 'string' ? [targets] : targets,
    ...(relationships === undefined ? {} : { relationships }),
  }
}

export function uniqueIdentifier(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<string | null> {
  return column('uniqueIdentifier', schemaName, label, options)
}

/** A file. Rows hold its id; the content goes through requests of its own. */
export function file(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<string | null> {
  return column('file', schemaName, label, options)
}

/** A picture. Rows hold its bytes in base64. */
export function image(
  schemaName: string,
  label: string,
  options: ColumnOptions = {},
): Column<string | null> {
  return column('image', schemaName, label, options)
}

/** The same column, refused by the platform's forms when empty; its value is never null in our rows. */
export function required<Value>(optional: Column<Value>): Column<NonNullable<Value>> {
  return { ...optional, required: true } as Column<NonNullable<Value>>
}

/** The same column, marked as one that we add to the published module. */
export function added<C extends Column>(published: C): C {
  return { ...published, additive: true }
}
