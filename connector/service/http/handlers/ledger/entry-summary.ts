import { utcSeconds } from '../../formats.js'
import { shorten } from '../../shorten.js'
import type { DecisionRow } from './decision.js'

/** What happened to a value and why, for a person. `certifier`: the name of who vouched for it. */
export function summaryOf(entry: DecisionRow, certifier: string | undefined): string {
  return [sent(entry), standing(entry, certifier), unsettled(entry), ended(entry), entry.reason]
    .filter((sentence) => sentence !== null && sentence !== '')
    .join(' ')
}

function sent({ sourceSystemKey, value, aspectKey, targetTable, targetId }: DecisionRow): string {
  const what = aspectKey === '*' ? 'the record' : `${aspectKey} of the record`
  const given = value === null ? 'no value' : shorten(value)
  return `${sourceSystemKey} sent ${given} for ${what} ${targetId} of ${targetTable}.`
}

function standing(entry: DecisionRow, certifier: string | undefined): string {
  const { appliedOn } = entry
  const written = appliedOn
    ? `It was written to the record on ${utcSeconds(appliedOn)}`
    : 'It was not written to the record'
  switch (entry.ledgerStatus) {
    case 'pending':
      return entry.appliedOn
        ? `${written}, and nobody has certified it yet.`
        : `${written} and waits for a steward.`
    case 'certified':
      return `${written}, and ${certifiedBy(entry, certifier)}.`
    case 'rejected':
      return `${written}, and a steward rejected it.`
    case 'revoked':
      return `${written}, and its certification was revoked.`
  }
}

function certifiedBy({ certifiedDateTime }: DecisionRow, certifier = 'somebody'): string {
  const when = certifiedDateTime ? ` on ${utcSeconds(certifiedDateTime)}` : ''
  return `${certifier} certified it${when}`
}

function unsettled({ ledgerStatus, settledStatus }: DecisionRow): string | null {
  return settledStatus === null || settledStatus === ledgerStatus
    ? null
    : 'The decision has not taken effect yet.'
}

function ended({ supersededOn }: DecisionRow): string | null {
  return supersededOn ? `Another value took its place on ${utcSeconds(supersededOn)}.` : null
}
