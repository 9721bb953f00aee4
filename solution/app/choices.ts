import type { GlobalChoice } from '../model/index.js'

/** When a governed value is written: as soon as it arrives, or once a steward certified it. */
export const commitMode = {
  onIngest: { value: 166_840_000, label: 'OnIngest' },
  onCertify: { value: 166_840_001, label: 'OnCertify' },
} as const

export const commitModeChoice = {
  name: 'govcdm_integrationcommitmode',
  label: 'Integration Commit Mode',
  options: commitMode,
} as const satisfies GlobalChoice

/** What a ledger entry speaks of: one column, the whole record, or a link to another record. */
export const ledgerAspect = {
  field: { value: 166_840_000, label: 'Field' },
  record: { value: 166_840_001, label: 'Record' },
  relationship: { value: 166_840_002, label: 'Relationship' },
} as const

export const ledgerAspectChoice = {
  name: 'govcdm_ledgeraspect',
  label: 'Ledger Aspect',
  options: ledgerAspect,
} as const satisfies GlobalChoice

/** The Core solution's yes/no choice; a prerequisite, not brought by us. */
export const yesNoChoice = {
  name: 'govcdm_yesno',
  label: 'Yes No',
  options: {
    no: { value: 166_840_000, label: 'No' },
    yes: { value: 166_840_001, label: 'Yes' },
  },
} as const satisfies GlobalChoice

/** The global choices that our solution brings. */
export const ownChoices = [commitModeChoice, ledgerAspectChoice] as const
