import { faultText } from '../../engine/proof/index.js'
import type { LaneVerdict } from '../../engine/proof/index.js'

/** One line on what was found in a lane. */
export function verdictLine(verdict: LaneVerdict): string {
  const { targetTable, laneNumber, verified, provisional, firstFault, faults } = verdict
  const lane = `${targetTable || '(no table)'}/${laneNumber}`
  if (firstFault) {
    const more = faults > 1 ? ` (${faults - 1} more in this lane)` : ''
    return `FAULT  ${lane}  ${faultText(verdict, firstFault)}${more}`
  }
  const open = provisional > 0 ? `, ${provisional} more are being written` : ''
  return `ok     ${lane}  ${counted(verified, 'entry', 'entries')} verified${open}`
}

export function summaryLine(verdicts: readonly LaneVerdict[]): string {
  const entries = verdicts.reduce((sum, { verified }) => sum + verified, 0)
  const broken = verdicts.filter(({ faults }) => faults > 0).length
  const what = `${counted(entries, 'entry', 'entries')} in ${counted(verdicts.length, 'lane', 'lanes')}`
  return broken === 0
    ? `${what}: the ledger is as it was written.`
    : `${what}: ${counted(broken, 'lane is', 'lanes are')} not as written.`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
