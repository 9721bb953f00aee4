import type { OperationHandler } from '../../operation-context.js'
import { translateValue } from './translate-value.js'
import { upsertValueMaps } from './upsert-value-maps.js'

export const valueMapHandlers = {
  TranslateValue: { handle: translateValue },
  UpsertValueMaps: { handle: upsertValueMaps },
} as const satisfies Readonly<Record<string, OperationHandler>>
