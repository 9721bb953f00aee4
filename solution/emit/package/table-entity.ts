import { emptyRibbon } from '../../model/solution/index.js'
import type { Form, TableComponent } from '../../model/solution/index.js'
import type { Table } from '../../model/table.js'
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { emitEntity } from '../tables/index.js'
import { emitChart, emitDefaultControl, emitForm, emitView } from '../ui/index.js'

/** `Entity`: a table with its forms, views, charts and ribbon. */
export function emitTableEntity(component: TableComponent, tables: readonly Table[]): XmlElement {
  const { table, include, forms, views, charts, defaultControl, rest = [] } = component
  const { schemaName, label } = table
  const isAll = include === 'all'
  const others = rest.filter(({ name }) => name !== 'RibbonDiffXml')
  return element('Entity', {}, [
    element('Name', { LocalizedName: label, OriginalName: isAll ? label : '' }, schemaName),
    element('EntityInfo', {}, [emitEntity(table, tables, include)]),
    isAll || forms.length > 0 ? element('FormXml', {}, formLists(forms)) : undefined,
    isAll || views.length > 0
      ? element('SavedQueries', {}, [element('savedqueries', {}, views.map(emitView))])
      : undefined,
    charts.length === 0 ? undefined : element('Visualizations', {}, charts.map(emitChart)),
    rest.find(({ name }) => name === 'RibbonDiffXml') ?? emptyRibbon,
    ...others,
    defaultControl === undefined ? undefined : emitDefaultControl(defaultControl),
  ])
}

/** `forms`, one list a type, in the order of each type's first form. */
function formLists(forms: readonly Form[]): readonly XmlElement[] {
  return [...new Set(forms.map(({ type }) => type))].map((type) =>
    element('forms', { type }, forms.filter((form) => form.type === type).map(emitForm)),
  )
}
