import { ledgerStatus } from '../../../solution/tables/index.js'
import { transitions } from './transitions.js'
import type { LedgerStatus, Standing, Transition } from './transitions.js'

const standingWords: Readonly<Record<Standing, string>> = {
  held: 'waits',
  applied: 'is on the record',
  superseded: 'was replaced',
}

const askedWords: Readonly<Record<LedgerStatus, string>> = {
  pending: 'sets back to Pending',
  certified: 'certifies',
  rejected: 'rejects',
  revoked: 'revokes',
}

const effectWords: Readonly<Record<Transition['effect'], string>> = {
  apply:
    'The value is written to the record. The entry that it replaces is superseded; other values that waited for the same column are rejected, with this choice as the reason.',
  vouch:
    'The record stays as it is, now vouched for. Other values that waited for the same column are rejected.',
  drop: 'The value is given up. The record stays as it is, and later loads of the same value change nothing.',
  restorePrevious: 'The record gets back what it held before the value was written.',
  restoreCertified:
    'The record gets back the last certified value before this one; where there is none, what it held before.',
}

/** Every decision that takes effect, as a Markdown table for stewards. */
export function transitionTable(): string {
  const rows = transitions.map(({ settled, standing, asked, effect }) => {
    const status = ledgerStatus[settled].label
    return `| ${status} | ${standingWords[standing]} | ${askedWords[asked]} | ${effectWords[effect]} |`
  })
  return [
    '| an entry is | and its value | a steward | then |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
