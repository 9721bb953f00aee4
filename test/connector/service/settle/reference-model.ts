import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'

/** What the model looks at of a ledger entry. */
export type ModelEntry = { readonly id: string } & Pick<
  IntegrationLedgerRow,
  | 'aspectKey'
  | 'value'
  | 'ledgerStatus'
  | 'settledStatus'
  | 'appliedOn'
  | 'supersededOn'
  | 'firstCertifiedBy'
>

export type Asked = ModelEntry['ledgerStatus']

/**
 * What one record should hold, worked out from what people and sources did, in as few rules as a
 * steward would give: how decisions are made effective is no part of it.
 */
export class ReferenceModel {
  certificationsRequired = 1
  readonly values = new Map<string, string | null>()
  /** What the record held when an entry's value was written. */
  readonly #replaced = new Map<string, string | null>()
  /** When an entry was last its aspect's head, in commands. */
  readonly #lastHead = new Map<string, number>()
  #command = 0

  value(column: string): string | null {
    return this.values.get(column) ?? null
  }

  edited(column: string, value: string | null): void {
    this.values.set(column, value)
  }

  /** A source's values were taken: those that were written at once are applied. */
  received(before: readonly ModelEntry[], after: readonly ModelEntry[]): void {
    const applied = new Set(before.flatMap(({ id, appliedOn }) => (appliedOn ? [id] : [])))
    for (const entry of after) if (entry.appliedOn && !applied.has(entry.id)) this.#write(entry)
  }

  decided(entries: readonly ModelEntry[], id: string, asked: Asked, who: string): void {
    const entry = entries.find((one) => one.id === id)
    if (!entry || entry.supersededOn !== null) return
    const { settledStatus, appliedOn, aspectKey, value } = entry
    const isHead = appliedOn !== null
    const holdsIt = isHead && this.value(aspectKey) === value
    if (settledStatus === 'pending' && asked === 'certified') {
      const first = entry.firstCertifiedBy?.id
      const isEnough = this.certificationsRequired < 2 || (first !== undefined && first !== who)
      if (isEnough && !isHead) this.#write(entry)
    }
    if (settledStatus === 'pending' && asked === 'rejected' && holdsIt) {
      this.values.set(aspectKey, this.#replaced.get(id) ?? null)
    }
    if (settledStatus === 'certified' && asked === 'revoked' && holdsIt) {
      const last = this.#lastCertified(entries, entry)
      this.values.set(aspectKey, last ? last.value : (this.#replaced.get(id) ?? null))
    }
  }

  /** Remembers, after each command, whose value each aspect has. */
  looked(entries: readonly ModelEntry[]): void {
    this.#command += 1
    for (const { id, appliedOn, supersededOn } of entries) {
      if (appliedOn !== null && supersededOn === null) this.#lastHead.set(id, this.#command)
    }
  }

  #write({ id, aspectKey, value }: ModelEntry): void {
    this.#replaced.set(id, this.value(aspectKey))
    this.values.set(aspectKey, value)
  }

  #lastCertified(entries: readonly ModelEntry[], revoked: ModelEntry): ModelEntry | undefined {
    const since = ({ id }: ModelEntry) => this.#lastHead.get(id) ?? 0
    return entries
      .filter(({ id, aspectKey, settledStatus, appliedOn }) => {
        const isPeer = id !== revoked.id && aspectKey === revoked.aspectKey
        return isPeer && settledStatus === 'certified' && appliedOn !== null
      })
      .sort((a, b) => since(b) - since(a))[0]
  }
}
