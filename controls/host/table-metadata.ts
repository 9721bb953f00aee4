import { requestJson } from './web-api-request.js'

export interface TableMetadata {
  readonly logicalName: string
  readonly entitySetName: string
  readonly label: string
  readonly pluralLabel: string
  readonly primaryId: string
  readonly primaryName: string
  /** By logical name. */
  readonly columns: ReadonlyMap<string, ColumnMetadata>
}

export interface ColumnMetadata {
  readonly logicalName: string
  readonly label: string
  /** The platform's attribute type: `String`, `Picklist`, `Lookup`, `MultiSelectPicklist`, `File` ... */
  readonly type: string
  readonly format: string
  readonly required: boolean
  /** People should fill it in, but need not. */
  readonly recommended?: boolean
  /** The platform fills it where people leave it empty. */
  readonly autoNumbered?: boolean
  /** Of a date: `UserLocal`, `DateOnly` or `TimeZoneIndependent`. */
  readonly behavior?: string
  /** Whether rows may be made with a value in it (absent: yes). */
  readonly canCreate?: boolean
  /** Whether the value of a row may be changed (absent: yes). */
  readonly canUpdate?: boolean
  readonly secured: boolean
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
  readonly precision?: number
  readonly targets: readonly string[]
  readonly options: readonly { readonly value: number; readonly label: string }[]
}

type Json = Readonly<Record<string, unknown>>

/** Metadata of tables, asked for once each. */
export class TableMetadataCache {
  readonly #webApi: string
  readonly #tables = new Map<string, Promise<TableMetadata>>()

  /** `webApi`: the root of the Web API, ending in `/`. */
  constructor(webApi: string) {
    this.#webApi = webApi
  }

  /** The table of this logical name; rejects where there is none. */
  read(logicalName: string): Promise<TableMetadata> {
    const known = this.#tables.get(logicalName)
    if (known) return known
    const asked = this.#ask(logicalName).catch((error: unknown) => {
      this.#tables.delete(logicalName)
      throw error
    })
    this.#tables.set(logicalName, asked)
    return asked
  }

  async #ask(logicalName: string): Promise<TableMetadata> {
    const table = `${this.#webApi}EntityDefinitions(LogicalName='${encodeURIComponent(logicalName)}')`
    const [definition, ...lists] = await Promise.all([
      requestJson(`${table}?$expand=Attributes`),
      ...['Picklist', 'State', 'Status', 'Boolean', 'MultiSelectPicklist'].map((type) =>
        requestJson(
          `${table}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$select=LogicalName&$expand=OptionSet`,
        ),
      ),
    ])
    const options = new Map(
      lists
        .flatMap(({ value }) => value as readonly Json[])
        .map((column) => [String(column.LogicalName), readOptions(column.OptionSet as Json)]),
    )
    return {
      logicalName,
      entitySetName: String(definition.EntitySetName),
      label: labelOf(definition.DisplayName),
      pluralLabel: labelOf(definition.DisplayCollectionName),
      primaryId: String(definition.PrimaryIdAttribute),
      primaryName: String(definition.PrimaryNameAttribute),
      columns: new Map(
        (definition.Attributes as readonly Json[]).map((column) => [
          String(column.LogicalName),
          readColumn(column, options),
        ]),
      ),
    }
  }
}

type ColumnOptions = ColumnMetadata['options']

function readColumn(column: Json, options: ReadonlyMap<string, ColumnOptions>): ColumnMetadata {
  const logicalName = String(column.LogicalName)
  const level = (column.RequiredLevel as Json | undefined)?.Value
  return {
    logicalName,
    label: labelOf(column.DisplayName) || logicalName,
    type: typeOf(column),
    format: textOf((column.FormatName as Json | undefined)?.Value) || textOf(column.Format),
    required: level === 'ApplicationRequired' || level === 'SystemRequired',
    recommended: level === 'Recommended',
    autoNumbered: textOf(column.AutoNumberFormat) !== '',
    behavior: textOf((column.DateTimeBehavior as Json | undefined)?.Value),
    canCreate: column.IsValidForCreate !== false,
    canUpdate: column.IsValidForUpdate !== false,
    secured: column.IsSecured === true,
    ...numbersOf(column),
    targets: (column.Targets as readonly string[] | undefined) ?? [],
    options: options.get(logicalName) ?? [],
  }
}

/** The newer types are all `Virtual` by their type, and have a name: `MultiSelectPicklistType`. */
function typeOf({ AttributeType, AttributeTypeName }: Json): string {
  const type = String(AttributeType)
  if (type !== 'Virtual') return type
  return textOf((AttributeTypeName as Json | undefined)?.Value).replace(/Type$/, '') || type
}

function numbersOf(column: Json): Partial<ColumnMetadata> {
  const names = {
    MaxLength: 'maxLength',
    MinValue: 'minValue',
    MaxValue: 'maxValue',
    Precision: 'precision',
  }
  return Object.fromEntries(
    Object.entries(names)
      .filter(([theirs]) => typeof column[theirs] === 'number')
      .map(([theirs, ours]) => [ours, column[theirs]]),
  )
}

function readOptions(optionSet: Json): ColumnOptions {
  const two = [optionSet.FalseOption, optionSet.TrueOption] as readonly (Json | undefined)[]
  const list = (optionSet.Options as readonly Json[] | undefined) ?? two
  return list.flatMap((option) =>
    option ? [{ value: Number(option.Value), label: labelOf(option.Label) }] : [],
  )
}

function labelOf(label: unknown): string {
  return textOf(((label as Json | undefined)?.UserLocalizedLabel as Json | undefined)?.Label)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
