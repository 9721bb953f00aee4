import type { Measure } from '../measure.js'
import { bundles } from './bundles.js'
import { costGrowth } from './cost-growth.js'
import { decisionsPerSecond } from './decisions-per-second.js'
import { itemsPerHour } from './items-per-hour.js'
import { itemsPerHourUpdates } from './items-per-hour-updates.js'
import { itemsPerSecond } from './items-per-second.js'
import { reloadTargetAndLedgerWrites } from './reload-target-and-ledger-writes.js'
import { requestsPer1000Items } from './requests-per-1000-items.js'
import { rowWritesPerItem } from './row-writes-per-item.js'
import { rowWritesPerItemReload } from './row-writes-per-item-reload.js'
import { settleRequestsPer1000 } from './settle-requests-per-1000.js'
import { shareOfRawWrites } from './share-of-raw-writes.js'
import { speedupOverPerItemLoop } from './speedup-over-per-item-loop.js'
import { timelineDomRows } from './timeline-dom-rows.js'
import { timelineFirstPaint } from './timeline-first-paint.js'
import { workerPeakMemory } from './worker-peak-memory.js'

/** All measures, in the order they are taken. */
export const measures: readonly Measure[] = [
  requestsPer1000Items,
  rowWritesPerItem,
  rowWritesPerItemReload,
  reloadTargetAndLedgerWrites,
  itemsPerHour,
  itemsPerHourUpdates,
  decisionsPerSecond,
  itemsPerSecond,
  speedupOverPerItemLoop,
  shareOfRawWrites,
  costGrowth,
  workerPeakMemory,
  settleRequestsPer1000,
  ...bundles,
  timelineFirstPaint,
  timelineDomRows,
]
