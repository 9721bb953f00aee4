import { requestJson } from '../../../../../controls/host/web-api-request.js'

/** Names of single-valued navigation properties by lookup column and table pointed at. */
export type NavigationProperties = ReadonlyMap<string, ReadonlyMap<string, string>>

interface Relationship {
  readonly ReferencingAttribute: string
  readonly ReferencedEntity: string
  readonly ReferencingEntityNavigationPropertyName: string
}

/** Navigation properties of tables, asked for once each: lookups are written by them. */
export class NavigationPropertyCache {
  readonly #webApi: string
  readonly #tables = new Map<string, Promise<NavigationProperties>>()

  /** `webApi`: the root of the Web API, ending in `/`. */
  constructor(webApi: string) {
    this.#webApi = webApi
  }

  /** Those of the table of this logical name. */
  read(table: string): Promise<NavigationProperties> {
    const known = this.#tables.get(table)
    if (known) return known
    const asked = this.#ask(table).catch((error: unknown) => {
      this.#tables.delete(table)
      throw error
    })
    this.#tables.set(table, asked)
    return asked
  }

  async #ask(table: string): Promise<NavigationProperties> {
    const { value } = await requestJson(
      `${this.#webApi}EntityDefinitions(LogicalName='${encodeURIComponent(table)}')/ManyToOneRelationships` +
        '?$select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName',
    )
    const columns = new Map<string, Map<string, string>>()
    for (const one of value as readonly Relationship[]) {
      const targets = columns.get(one.ReferencingAttribute) ?? new Map<string, string>()
      targets.set(one.ReferencedEntity, one.ReferencingEntityNavigationPropertyName)
      columns.set(one.ReferencingAttribute, targets)
    }
    return columns
  }
}
