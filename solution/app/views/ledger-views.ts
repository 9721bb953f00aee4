import {
  ascending,
  descending,
  standardViews,
  view,
  where,
} from '../../model/solution/builders/index.js'
import { integrationLedger } from '../../tables/index.js'
import { timelineOfView } from '../controls.js'

const { columns } = integrationLedger

const shown = [
  columns.name,
  columns.targetTable,
  columns.aspectKey,
  columns.sourceSystemKey,
  columns.ledgerStatus,
  columns.previousValue,
  columns.value,
  columns.reason,
  columns.observedDateTime,
]
const newestFirst = [descending(columns.observedDateTime)]
/** A superseded entry is history: nothing is left to decide on it. */
const isOpen = where(columns.supersededOn).isNull()
/** The value that the record has now, as far as the ledger knows. */
const isApplied = where(columns.appliedOn).isNotNull()
/** What the timeline shows of an entry. */
const inTimeline = [
  ...shown,
  columns.ledgerAspect,
  columns.targetId,
  columns.appliedOn,
  columns.staleOn,
  columns.driftedOn,
]

export const ledgerViews = {
  ...standardViews(integrationLedger, {
    columns: shown,
    find: [columns.targetId, columns.targetTable, columns.aspectKey, columns.sourceSystemKey],
    lookup: [columns.ledgerStatus, columns.sourceSystemKey, columns.aspectKey],
    orderBy: newestFirst,
  }),
  pending: view(integrationLedger, 'Pending Certification', {
    description: 'Values that wait for a steward, whether held back or written already.',
    columns: [...shown, columns.appliedOn],
    where: [where(columns.ledgerStatus).eq('pending'), isOpen],
    orderBy: newestFirst,
  }),
  certified: view(integrationLedger, 'Certified', {
    description: 'Values certified and in force, by a steward or by their policy.',
    columns: [...shown, columns.certifiedBy, columns.certifiedDateTime, columns.staleOn],
    where: [where(columns.ledgerStatus).eq('certified'), isOpen],
    orderBy: [descending(columns.certifiedDateTime)],
  }),
  stale: view(integrationLedger, 'Stale', {
    description: 'Values in force that no source has confirmed for as long as their policy allows.',
    columns: [...shown, columns.lastConfirmed, columns.staleOn],
    where: [
      where(columns.ledgerStatus).in('pending', 'certified'),
      isApplied,
      isOpen,
      where(columns.staleOn).hasPassed(),
    ],
    orderBy: [ascending(columns.staleOn)],
  }),
  drifted: view(integrationLedger, 'Changed Outside', {
    description:
      'Values in force that the record no longer has, because somebody changed it by hand.',
    columns: [...shown, columns.driftedOn, columns.outsideValue],
    where: [isApplied, isOpen, where(columns.driftedOn).isNotNull()],
    orderBy: [descending(columns.driftedOn)],
  }),
  held: view(integrationLedger, 'Held Values', {
    description: 'Values that are not written because a steward has to decide, and why.',
    columns: inTimeline,
    where: [where(columns.ledgerStatus).eq('pending'), where(columns.appliedOn).isNull(), isOpen],
    orderBy: newestFirst,
    binding: timelineOfView,
  }),
  timeline: view(integrationLedger, 'Provenance Timeline', {
    description: 'Where values came from, newest first, and what a steward made of them.',
    columns: inTimeline,
    orderBy: newestFirst,
    binding: timelineOfView,
  }),
}
