import { valueMapHash, valueMapId } from '../../../../engine/ids.js'
import type { integrationValueMap } from '../../../../../solution/tables/index.js'
import type { TemplateMap } from '../../../templates/index.js'
import type { OperationContext } from '../../operation-context.js'
import { differs } from '../../upsert-rows.js'
import type { WantedRow } from '../../upsert-rows.js'
import { mapsByHash } from '../value-maps/stored-maps.js'
import { wantedRow } from '../value-maps/wanted-row.js'
import type { Outcome } from './template-policies.js'

/** What applying a template does to one value map of one source system. */
export interface PlannedMap {
  readonly codeList: string
  readonly outcome: Outcome
  /** Present where something is written. */
  readonly wanted?: WantedRow<typeof integrationValueMap>
}

/** Compares the maps of a template, one a source system, with those that are there. Writes nothing. */
export async function plannedMaps(
  maps: readonly TemplateMap[],
  sources: readonly string[],
  overwrite: boolean,
  { client }: OperationContext,
): Promise<readonly PlannedMap[]> {
  const entries = sources.flatMap((sourceSystemKey) =>
    maps.map((map) => ({ ...map, sourceSystemKey })),
  )
  const stored = await mapsByHash(client, new Set(entries.map(valueMapHash)))
  return entries.map((entry) => {
    const { codeList } = entry
    const keyHash = valueMapHash(entry)
    const present = stored.get(keyHash)
    const row = wantedRow(entry, keyHash, !present)
    const wanted = { id: present?.id ?? valueMapId(entry), row, present }
    if (!present) return { codeList, outcome: 'Created', wanted }
    if (!differs(row, present)) return { codeList, outcome: 'Unchanged' }
    return overwrite ? { codeList, outcome: 'Overwritten', wanted } : { codeList, outcome: 'Kept' }
  })
}
