import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type {
  Form,
  FormCell,
  FormColumn,
  FormRow,
  FormSection,
  FormStrip,
  FormTab,
} from '../form.js'
import type { FormType } from '../form.js'
import { componentId } from '../id.js'
import { controlOf, field, isSubgrid } from './form-item.js'
import type { FormItem } from './form-item.js'
import { checkUnique, keyOf } from './key.js'

export interface SectionPlan {
  readonly label: string
  readonly items: readonly FormItem[]
  readonly columns: number
  readonly name: string
  readonly settings?: Readonly<Record<string, string>>
}

export interface TabPlan {
  readonly label: string
  readonly name: string
  /** Side by side; each holds its sections one below the other. */
  readonly columns: readonly { readonly width: string; readonly sections: readonly SectionPlan[] }[]
}

interface NamedOptions {
  /** What ids are made of (default: from the label). Give the old one when a label changes. */
  readonly name?: string
}

/** Items below one another, in `columns` columns (default 1). */
export function section(
  label: string,
  items: readonly FormItem[],
  { columns = 1, name = keyOf(label) }: NamedOptions & { readonly columns?: number } = {},
): SectionPlan {
  return { label, items, columns, name }
}

/** Sections below one another over the whole width. */
export function tab(
  label: string,
  sections: readonly SectionPlan[],
  { name = keyOf(label) }: NamedOptions = {},
): TabPlan {
  return { label, name, columns: [{ width: '100%', sections }] }
}

export interface FormOptions {
  readonly type?: FormType
  /** Default: the platform's name of a table's first form, Information. */
  readonly name?: string
  readonly description?: string
  readonly tabs: readonly TabPlan[]
  /** Columns shown in the header, read-only. */
  readonly header?: readonly Column[]
}

/**
 * A form of a table. Ids come from the table, the type and the names of form, tabs and sections,
 * which therefore stay once published.
 *
 * @throws Error naming the table, the form and the column when a column is not the table's or is
 * shown twice.
 */
export function form(table: Table, options: FormOptions): Form {
  const { type = 'main', name = 'Information', description, tabs, header } = options
  const scope = new FormScope(table, type, name)
  const built: Form = {
    id: scope.id(),
    type,
    name,
    ...(description === undefined ? {} : { description }),
    tabs: tabs.map((plan) => scope.tab(plan)),
    ...(header === undefined ? {} : { header: scope.header(header) }),
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

  tab({ label, name, columns }: TabPlan): FormTab {
    return {
      id: this.id('tab', name),
      name,
      label,
      columns: columns.map(({ width, sections }): FormColumn => ({
        width,
        sections: sections.map((plan) => this.#section(name, plan)),
      })),
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
    return {
      id: this.id('section', place),
      name: `${tabName}_${name}`,
      label,
      rows: rowsOf(
        items.map((item) => this.#cell(place, item)),
        columns,
      ),
      settings: settings ?? { columns: '1'.repeat(columns) },
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
      ...(isSubgrid(item) ? { settings: { rowspan: String(item.rows), showlabel: 'false' } } : {}),
    }
  }
}

/** Cells side by side, so many a row. */
function rowsOf(cells: readonly FormCell[], columns: number): readonly FormRow[] {
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => ({
    cells: cells.slice(row * columns, (row + 1) * columns),
  }))
}
