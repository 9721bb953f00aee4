import type { ConfigurationIndex } from '../../../../engine/configuration-index.js'
import type { HeldItem } from './held-items.js'

/** A code of a source system, and the items that wait for it. */
export interface WaitingCode {
  readonly codeList: string
  readonly sourceSystemKey: string
  readonly sourceCode: string
  readonly count: number
  readonly example: HeldItem
}

/**
 * The codes that held items have, each with how many items have it. The code list of a column is the
 * one that the item names, else the one of the column's policy; of a record, every column that has
 * one counts.
 */
export function waitingCodes(
  items: readonly HeldItem[],
  policies: ConfigurationIndex,
): readonly WaitingCode[] {
  const codes = new Map<string, WaitingCode>()
  for (const item of items) {
    const { sourceSystemKey, targetTable } = item
    for (const { fieldName, value } of fieldsOf(item)) {
      const codeList = item.codeList ?? policyCodeList(policies, targetTable, fieldName)
      if (codeList === null) continue
      const key = JSON.stringify([codeList, sourceSystemKey, value])
      const known = codes.get(key)
      codes.set(
        key,
        known
          ? { ...known, count: known.count + 1 }
          : {
              codeList,
              sourceSystemKey,
              sourceCode: value,
              count: 1,
              example: { ...item, fieldName },
            },
      )
    }
  }
  return [...codes.values()]
}

interface Field {
  readonly fieldName: string
  readonly value: string
}

function fieldsOf({ fieldName, value }: HeldItem): readonly Field[] {
  if (fieldName !== null) return [{ fieldName, value }]
  const fields = parsed(value)
  return Object.entries(fields).flatMap(([name, field]) =>
    !isCode(field) ? [] : [{ fieldName: name, value: String(field) }],
  )
}

function isCode(field: unknown): field is string | number | boolean {
  return typeof field === 'string' ? field !== '' : ['number', 'boolean'].includes(typeof field)
}

/** The fields of a record; none where the text was cut. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function policyCodeList(
  policies: ConfigurationIndex,
  targetTable: string | null,
  fieldName: string,
): string | null {
  const match = policies.fieldPolicy(targetTable ?? '', fieldName)
  return match.kind === 'one' && match.policy.fieldName !== null ? match.policy.codeList : null
}
