import type { Tone } from '../badge.js'
import type { IconName } from '../icons.js'
import type { LedgerStatus } from './entry.js'

/** By which icon and colour a status is known, in every control. */
export const statusLook: Readonly<
  Record<LedgerStatus, { readonly icon: IconName; readonly tone: Tone }>
> = {
  pending: { icon: 'clock', tone: 'caution' },
  certified: { icon: 'check', tone: 'good' },
  rejected: { icon: 'error', tone: 'bad' },
  revoked: { icon: 'undo', tone: 'bad' },
}
