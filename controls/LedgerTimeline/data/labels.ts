import { wholeRecord } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'

/** What people call a table and its columns, by logical name. */
export interface TableLabels {
  readonly name: string
  readonly columns: ReadonlyMap<string, string>
}

/** The part of the platform's table metadata that is read here; it comes without types. */
interface Metadata {
  readonly DisplayName?: unknown
  readonly Attributes?: {
    readonly get?: (name: string) => { readonly DisplayName?: unknown } | undefined
  }
}

/**
 * Labels of tables, asked for once each. Where the platform cannot tell, names stay as they are: they
 * are no reason to show nothing.
 */
export class Labels {
  readonly #asked = new Set<string>()
  #known: ReadonlyMap<string, TableLabels> = new Map()

  constructor(
    private readonly utils: ComponentFramework.Utility,
    private readonly changed: () => void,
  ) {}

  /** By the table's logical name, as far as they are known. */
  get known(): ReadonlyMap<string, TableLabels> {
    return this.#known
  }

  /** Asks for the labels of what the entries speak of. */
  wantOf(entries: readonly Entry[]): void {
    const columns = new Map<string, Set<string>>()
    for (const { targetTable, aspectKey } of entries) {
      const known = columns.get(targetTable) ?? new Set()
      if (known.size === 0) columns.set(targetTable, known)
      if (aspectKey !== wholeRecord) known.add(aspectKey)
    }
    for (const [table, names] of columns) if (table !== '') this.want(table, [...names])
  }

  /** Asks for labels that are not known yet; `changed` is called when they have come. */
  want(table: string, columns: readonly string[]): void {
    const missing = columns.filter((column) => !this.#asked.has(`${table} ${column}`))
    if (missing.length === 0) return
    for (const column of missing) this.#asked.add(`${table} ${column}`)
    this.utils.getEntityMetadata(table, missing).then(
      (metadata) => this.#take(table, missing, metadata as Metadata),
      () => undefined,
    )
  }

  #take(table: string, columns: readonly string[], metadata: Metadata): void {
    const before = this.#known.get(table)
    const labels = new Map(before?.columns)
    for (const column of columns) {
      const label = labelOf(metadata.Attributes?.get?.(column))
      if (label !== undefined) labels.set(column, label)
    }
    const name = labelOf(metadata) ?? before?.name ?? table
    this.#known = new Map([...this.#known, [table, { name, columns: labels }]])
    this.changed()
  }
}

function labelOf(described: { readonly DisplayName?: unknown } | undefined): string | undefined {
  const name = described?.DisplayName
  return typeof name === 'string' && name !== '' ? name : undefined
}
