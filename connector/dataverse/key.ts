import type { Table } from '../../solution/model/index.js'
import { codecOf, columnNamed } from './row-codec.js'
import { textLiteral } from './url-text.js'
import { quoted } from './wire.js'

/** Characters that the platform refuses in the key part of a URL, however they are encoded. */
const refusedInKeys = /[/<>*%&:\\?+#]/

/** Thrown for a key value that cannot stand in a URL. Such rows are found by a hash column instead. */
export class KeyValueError extends TypeError {
  override readonly name = 'KeyValueError'
}

/** The key part of an address, `a='x',b=1`, for the columns (by property name) of a declared key. */
export function alternateKeyText(table: Table, key: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(key).map(([name, value]) => {
    const { column, scalar, quotes, wireName } = columnNamed(codecOf(table), name)
    const text = String(scalar(value))
    if (!quotes) return { logicalName: column.logicalName, text: `${wireName}=${text}` }
    const refused = refusedInKeys.exec(text)
    if (refused) {
      throw new KeyValueError(
        `${quoted(text)} cannot be looked up by the key column ${column.logicalName}: ` +
          `Dataverse refuses ${refused[0]} in key values. Look it up by a filter or a hash column.`,
      )
    }
    const literal = encodeURIComponent(textLiteral(text))
    return { logicalName: column.logicalName, text: `${wireName}=${literal}` }
  })
  const names = new Set(parts.map((part) => part.logicalName))
  const declared = table.keys.some(
    ({ columns }) => columns.length === names.size && columns.every((name) => names.has(name)),
  )
  if (!declared) {
    throw new TypeError(`Table ${table.logicalName} declares no key of ${[...names].join(', ')}.`)
  }
  return parts.map((part) => part.text).join(',')
}
