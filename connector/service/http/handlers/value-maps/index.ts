import type { OperationHandler } from '../../operation-context.js'
import { compareValueMaps } from './compare-value-maps.js'
import { listUnmappedCodes } from './list-unmapped-codes.js'
import { listValueMaps } from './list-value-maps.js'
import { translateValue } from './translate-value.js'
import { translateValues } from './translate-values.js'
import { upsertValueMaps } from './upsert-value-maps.js'

export const valueMapHandlers = {
  CompareValueMaps: { handle: compareValueMaps },
  ListUnmappedCodes: { handle: listUnmappedCodes },
  ListValueMaps: { handle: listValueMaps },
  TranslateValue: { handle: translateValue },
  TranslateValues: { handle: translateValues },
  UpsertValueMaps: { handle: upsertValueMaps },
} as const satisfies Readonly<Record<string, OperationHandler>>
