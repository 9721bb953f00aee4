import { idOf, lines, localized, texts } from './xml.js'

interface ViewParts {
  readonly table: string
  readonly word: string
  readonly type: number
  /** Columns shown. */
  readonly columns: readonly string[]
  readonly filter?: string
  readonly link?: string
  /** After the row: descriptions of controls. */
  readonly descriptions?: string
}

export function view(parts: ViewParts): string {
  const { table, word, type, columns, filter = '', link = '', descriptions = '' } = parts
  const name = table.toLowerCase()
  const own = columns.filter((column) => !column.includes('.'))
  return lines(
    '<savedquery>',
    texts({
      isquickfindquery: type === 4 ? '1' : '0',
      isdefault: '1',
      savedqueryid: `{${idOf(word)}}`,
    }),
    type === 8192 ? '' : layout(name, columns, descriptions),
    texts({ querytype: String(type) }),
    '<fetchxml>',
    '<fetch>',
    `<entity name="${name}">`,
    ...own.map((column) => `<attribute name="${column}" />`),
    filter,
    link,
    '</entity>',
    '</fetch>',
    '</fetchxml>',
    localized(word),
    '</savedquery>',
  )
}

const layout = (name: string, columns: readonly string[], descriptions: string) =>
  lines(
    '<layoutxml>',
    '<grid name="resultset" jump="govcdm_name" select="1">',
    `<row name="result" id="${name}id">`,
    ...columns.map((column) => `<cell name="${column}" width="100" />`),
    '</row>',
    descriptions,
    '</grid>',
    '</layoutxml>',
  )

const quickFind = lines(
  '<filter type="or" isquickfindfields="1">',
  '<condition attribute="govcdm_name" operator="like" value="{0}" />',
  '</filter>',
)

/** The six views of the platform; `short` keeps their ids apart from another table's. */
export function standardViews(table: string, short: string): string {
  const of = (word: string, type: number, filter = '') =>
    view({ table, word: `${short} ${word}`, type, columns: ['govcdm_name'], filter })
  return lines(
    of('active', 0),
    of('find', 1),
    of('related', 2),
    of('quick', 4, quickFind),
    of('lookup', 64),
    of('mine', 8192),
  )
}
