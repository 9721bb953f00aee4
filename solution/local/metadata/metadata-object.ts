import { createHash } from 'node:crypto'

/** One object of the schema's description of itself, before `$select` and `$expand`. */
export interface MetadataObject {
  /** Its type without `Microsoft.Dynamics.CRM.`, for example `StringAttributeMetadata`. */
  readonly type: string
  /** Names of types that casts may ask for, besides its own. */
  readonly baseTypes: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
  /** What `$expand` and further path segments lead to. */
  readonly navigation: Readonly<Record<string, MetadataObject | readonly MetadataObject[] | null>>
}

export const namespace = 'Microsoft.Dynamics.CRM'

/** The same GUID for the same names on every machine and after every restart. */
export function metadataId(...names: readonly string[]): string {
  const hex = createHash('sha1').update(names.join('\n')).digest('hex')
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-` +
    `8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  )
}

const english = 1_033

/** A label in the one language that is installed here. */
export function label(text: string) {
  const localized = {
    Label: text,
    LanguageCode: english,
    IsManaged: false,
    MetadataId: metadataId('label', text),
    HasChanged: null,
  }
  return text === ''
    ? { LocalizedLabels: [], UserLocalizedLabel: null }
    : { LocalizedLabels: [localized], UserLocalizedLabel: localized }
}

/** A property that a publisher can allow or forbid to change. */
export function managed<Value>(value: Value, logicalName: string) {
  return { Value: value, CanBeChanged: true, ManagedPropertyLogicalName: logicalName }
}
