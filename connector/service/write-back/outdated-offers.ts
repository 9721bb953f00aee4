import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import { recordValues } from '../../engine/entry-draft.js'
import { integrationLedger, maxLength } from '../../../solution/tables/index.js'
import { pagesOf } from '../worker/pages-of.js'
import type { StoredOffer } from './open-offers.js'

const ledger = filter(integrationLedger)
const columns = ['aspectKey', 'targetTable', 'targetId', 'value', 'appliedOn'] as const

type Head = StoredRow<typeof integrationLedger, (typeof columns)[number]>

/**
 * Those of the offers whose field has got another value since, from whatever source: by the ledger,
 * the value in force is not the one offered.
 */
export async function outdatedOffers(
  client: DataverseClient,
  offers: readonly StoredOffer[],
): Promise<readonly StoredOffer[]> {
  const records = [...new Set(offers.map(({ targetId }) => targetId).filter((id) => id !== ''))]
  const pages = await pagesOf(
    client,
    chunksForIn(records, 'hash').map((group) =>
      query(integrationLedger, {
        select: columns,
        filter: ledger.and(
          ledger.in('targetId', group),
          ledger.isNotNull('appliedOn'),
          ledger.isNull('supersededOn'),
        ),
      }),
    ),
  )
  const heads = new Map<string, Head[]>()
  for (const head of pages.flat()) {
    const key = recordKey(head.targetTable, head.targetId)
    heads.set(key, [...(heads.get(key) ?? []), head])
  }
  return offers.filter((offer) => {
    const inForce = valueInForce(heads.get(recordKey(offer.targetTable, offer.targetId)), offer)
    return inForce !== undefined && !isSame(offer.value, inForce)
  })
}

/** The value of the newest entry in force that covers the field; undefined where there is none. */
function valueInForce(
  heads: readonly Head[] = [],
  { fieldName }: StoredOffer,
): string | null | undefined {
  let newest = -Infinity
  let value: string | null | undefined
  for (const head of heads) {
    const values = head.aspectKey === '*' ? recordValues(head.value) : undefined
    const covers = values ? values.has(fieldName) : head.aspectKey === fieldName
    const applied = head.appliedOn?.getTime() ?? 0
    if (!covers || applied < newest) continue
    newest = applied
    value = values ? (values.get(fieldName) ?? null) : head.value
  }
  return value
}

/** A very long value is kept cut on its item. */
function isSame(offered: string | null, inForce: string | null): boolean {
  return inForce !== null && inForce.length > maxLength.value
    ? offered !== null && inForce.startsWith(offered)
    : offered === inForce
}
