import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type {
  Form,
  FormCell,
  FormColumn,
  FormDisplay,
  FormRow,
  FormSection,
  FormStrip,
  FormTab,
} from '../form.js'
import type { FormType } from '../form.js'
import { componentId } from '../id.js'
import type { Settings } from '../settings.js'
import { controlOf, field, heightOf } from './form-item.js'
import type { FormItem } from './form-item.js'
import { checkUnique, keyOf } from './key.js'
import { hidden } from './section.js'
import type { SectionPlan, TabPlan } from './section.js'

export interface FormOptions {
  readonly type?: FormType
  /** Default: the platform's name of a table's first form, Information. */
  readonly name?: string
  readonly description?: string
  readonly tabs: readonly TabPlan[]
  /** Columns shown in the header, read-only. */
  readonly header?: readonly Column[]
  readonly display?: FormDisplay
}

/**
 * A form of a table. Ids come from the table, the type and the names of form, tabs and sections,
 * which therefore stay once published.
 *
 * @throws Error naming the table, the form and the column when a column is not the table's or is
 * shown twice.
 */
export function form(table: Table, options: FormOptions): Form {
  const { type = 'main', name = 'Information', description, tabs, header, display } = options
  const scope = new FormScope(table, type, name)
  const built: Form = {
    id: scope.id(),
    type,
    name,
    ...(description === undefined ? {} : { description }),
    tabs: tabs.map((plan) => scope.tab(plan)),
    ...(header === undefined ? {} : { header: scope.header(header) }),
    ...(display === undefined ? {} : { display }),
  }
  scope.check()
  return built
}

/** One form under way: gives parts their ids and remembers what it has given. */
class FormScope {
  readonly #ids: string[] = []
  readonly #controls: string[] = []

  constructor(
    readonly table: Table,
    readonly type: FormType,
    readonly name: string,
  ) {}

  get #place(): string {
    return `Form ${this.name} (${this.type})`
  }

  id(...path: readonly string[]): string {
    const id = componentId('form', this.table.logicalName, this.type, keyOf(this.name), ...path)
    this.#ids.push(path.length === 0 ? 'the form' : path.join(' / '))
    return id
  }

  tab({ label, name, columns, settings }: TabPlan): FormTab {
    return {
      id: this.id('tab', name),
      name,
      label,
      columns: columns.map(({ width, sections }): FormColumn => ({
        width,
        sections: sections.map((plan) => this.#section(name, plan)),
      })),
      ...given(settings),
    }
  }

  header(columns: readonly Column[]): FormStrip {
    const cells = columns.map((column) => this.#cell('header', field(column, { readOnly: true })))
    return { id: this.id('header'), rows: [{ cells }] }
  }

  check(): void {
    checkUnique(this.#ids, `${this.#place} of table ${this.table.schemaName}`)
    checkUnique(this.#controls, `${this.#place} of table ${this.table.schemaName}`)
  }

  #section(tabName: string, { label, items, columns, name, settings }: SectionPlan): FormSection {
    const place = `${tabName}/${name}`
    const cells = items.map((item) => this.#cell(place, item))
    return {
      id: this.id('section', place),
      name: `${tabName}_${name}`,
      label,
      rows: columns === 1 ? rowsBelow(cells, items) : rowsBeside(cells, columns),
      ...given(settings),
    }
  }

  #cell(place: string, item: FormItem): FormCell {
    if (item.kind === 'spacer') return { id: this.id('cell', place, item.name), label: '' }
    const control = controlOf(this.table, item, this.#place, place === 'header' ? 'header_' : '')
    this.#controls.push(control.id)
    return {
      id: this.id('cell', place, control.id),
      label: item.label,
      control,
      ...given({
        ...(heightOf(item) === 1 ? {} : { rowspan: String(heightOf(item)) }),
        ...hidden(item.kind === 'field'),
      }),
    }
  }
}

const given = (settings: Settings = {}) => (Object.keys(settings).length === 0 ? {} : { settings })

/** One cell a row; a high one is followed by empty rows, as the platform has it. */
function rowsBelow(cells: readonly FormCell[], items: readonly FormItem[]): readonly FormRow[] {
  return cells.flatMap((cell, at) => {
    const item = items[at]
    const below = Array.from({ length: item ? heightOf(item) - 1 : 0 }, () => ({ cells: [] }))
    return [{ cells: [cell] }, ...below]
  })
}

/** So many cells a row. */
function rowsBeside(cells: readonly FormCell[], columns: number): readonly FormRow[] {
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => ({
    cells: cells.slice(row * columns, (row + 1) * columns),
  }))
}
