import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import { viewType } from '../../../../model/solution/view.js'
import type { TablePart } from '../../shape.js'

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression

const or = 1
const like = 6

/**
 * What a search asks for, as the platform's Quick Find: a text column of the table's Quick Find view
 * begins with the text. Null where nothing is searched for.
 */
export function quickFindFilter(
  table: TablePart,
  metadata: TableMetadata,
  search: string,
): FilterExpression | null {
  const text = search.trim()
  if (text === '') return null
  const value = likePattern(text)
  return {
    filterOperator: or,
    conditions: findColumns(table, metadata).map((attributeName) => ({
      attributeName,
      conditionOperator: like,
      value,
    })),
  }
}

/** `*` stands for anything; what is a wildcard to FetchXML is taken for what it is. */
export function likePattern(text: string): string {
  return `${text.replace(/[[%_]/g, '[$&]').replace(/\*/g, '%')}%`
}

function findColumns(
  { views, primaryName }: TablePart,
  { columns }: TableMetadata,
): readonly string[] {
  const view = views.find(({ type }) => type === viewType.quickFind)
  const fetch = new DOMParser().parseFromString(view?.fetchXml ?? '<fetch />', 'text/xml')
  const named = [...fetch.querySelectorAll('filter[isquickfindfields] > condition')].map(
    (condition) => condition.getAttribute('attribute') ?? '',
  )
  const texts = named.filter((name) => /^(?:String|Memo)$/.test(columns.get(name)?.type ?? ''))
  return texts.length > 0 ? texts : [primaryName]
}
