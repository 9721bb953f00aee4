import type { FlowDeclaration } from './flow.js'
import { approveEntries } from './sample/approve-entries.js'
import { loadChanges } from './sample/load-changes.js'
import { notifyFailures } from './sample/notify-failures.js'
import { pushValues } from './sample/push-values.js'

export const sampleFlows: readonly FlowDeclaration[] = [
  loadChanges,
  approveEntries,
  notifyFailures,
  pushValues,
]
