import type { ChainFault, LaneVerdict } from './contract.js'

/** What is wrong, for an administrator: which entry of which lane, what was expected, what is there. */
export function faultText(
  { targetTable, laneNumber }: Pick<LaneVerdict, 'targetTable' | 'laneNumber'>,
  fault: ChainFault,
): string {
  const place = fault.sequence === null ? '' : ` at place ${fault.sequence}`
  const where = `${place} of lane ${targetTable}/${laneNumber}`
  const entry =
    fault.entryId === null ? 'The entry' : `Entry ${fault.name ?? '(no name)'} (${fault.entryId})`
  const compared = `Expected ${fault.expected}, found ${fault.found}.`
  switch (fault.kind) {
    case 'altered':
      return `${entry}${where} was altered. ${compared}`
    case 'missing':
      return `An entry${where} is missing. ${compared}`
    case 'inserted':
      return `${entry}${where} was inserted. ${compared}`
    case 'decision':
      return `The decisions on ${lowerFirst(entry)}${where} were altered. ${compared}`
    case 'tail':
      return `The tail of lane ${targetTable}/${laneNumber} does not match its last entry. ${compared}`
    case 'rewritten':
      return `${entry}${where} is not the one that the checkpoint knew: the chain was rewritten. ${compared}`
    case 'cut':
      return `The chain of lane ${targetTable}/${laneNumber} was cut after place ${(fault.sequence ?? 1) - 1}. ${compared}`
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
