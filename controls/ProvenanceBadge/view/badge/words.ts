import type { Entry } from '../../../shared/ledger/entry.js'
import type { Strings } from '../../../shared/strings.js'
import { ageOf } from '../../model/age.js'

/** `3 days ago`. */
export function ageText(
  at: number,
  now: number,
  texts: Strings,
  number: (value: number) => string,
) {
  const age = ageOf(at, now)
  if (age.unit === 'now') return texts('Age_now')
  return texts(`Age_${age.unit}_${age.count === 1 ? 'One' : 'Many'}`, number(age.count))
}

/** Who certified and when; empty where nobody did. */
export function certifiedText(
  { certified, certifiedBy, status }: Entry,
  texts: Strings,
  moment: (at: number) => string,
): string {
  if (status !== 'certified' || !certified) return ''
  return certifiedBy
    ? texts('CertifiedBy', certifiedBy.name, moment(certified.at))
    : texts('CertifiedOn', moment(certified.at))
}
