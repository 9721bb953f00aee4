import { decisionHash } from '../../../../connector/engine/decision-hash.js'
import type { SettledDecision } from '../../../../connector/engine/decision-hash.js'
import { verifyLane } from '../../../../connector/engine/proof/index.js'
import type { ProvenEntry } from '../../../../connector/engine/proof/index.js'
import { systemUser } from '../../../../solution/tables/index.js'
import { chainOf, lane } from './chains.js'

const id = '6f1d6bdc-53a6-7b1c-9a3e-0c5a4c1f7e21'
const user = (name: string) => ({ table: systemUser.logicalName, id: `${name}-7f4e-4d63` })
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21) + seconds * 1_000)

function over(...decisions: readonly SettledDecision[]): string | null {
  return decisions.reduce<string | null>((hash, each) => decisionHash(hash, id, each), null)
}

const firstly = { status: 'firstCertified', by: user('ada').id, on: at(1).getTime() } as const
const certified = { status: 'certified', by: user('eve').id, on: at(2).getTime() } as const
const revoked = { status: 'revoked', by: user('ada').id, on: at(3).getTime() } as const
const rejected = { ...revoked, status: 'rejected' } as const

const once = { firstCertifiedBy: user('ada'), firstCertifiedOn: at(1) }
const byEve = { certifiedBy: user('eve'), certifiedDateTime: at(2) }
const decided = (status: 'certified' | 'rejected' | 'revoked') => ({
  ledgerStatus: status,
  settledStatus: status,
  decidedStatus: status,
  decidedBy: user(status === 'certified' ? 'eve' : 'ada'),
  decidedDateTime: at(status === 'certified' ? 2 : 3),
})

function faultOf(columns: Partial<ProvenEntry>): string | null {
  const { tail, entries } = chainOf([
    {
      id,
      aspectKey: 'lastname',
      sourceSystemKey: 'HRIS',
      value: 'Lovelace',
      previousValue: null,
      observedDateTime: at(0),
    },
  ])
  const decidedEntries = entries.map((entry) => ({ ...entry, ...columns }))
  return verifyLane({ ...lane, tail }, decidedEntries).firstFault?.kind ?? null
}

const intact: Readonly<Record<string, Partial<ProvenEntry>>> = {
  'nobody decided about': {},
  'a policy certified': { ...byEve, ledgerStatus: 'certified', settledStatus: 'certified' },
  'one steward certified': { ...byEve, ...decided('certified'), decisionHash: over(certified) },
  'one of two stewards certified': { ...once, decisionHash: over(firstly) },
  'two stewards certified': {
    ...once,
    ...byEve,
    ...decided('certified'),
    decisionHash: over(firstly, certified),
  },
  'a steward rejected': { ...decided('rejected'), decisionHash: over(rejected) },
  'a steward revoked': {
    ...byEve,
    ...decided('revoked'),
    decisionHash: over(certified, revoked),
  },
  'a policy certified and a steward revoked': {
    ...byEve,
    ...decided('revoked'),
    decisionHash: over(revoked),
  },
  'a steward decides about just now': {
    ...byEve,
    ...decided('certified'),
    ledgerStatus: 'revoked',
    decidedStatus: 'revoked',
    decisionHash: over(certified),
  },
  'the service withdrew itself': { ledgerStatus: 'rejected', settledStatus: 'rejected' },
}

const broken: Readonly<Record<string, Partial<ProvenEntry>>> = {
  'was said to be certified by another': {
    ...byEve,
    ...decided('certified'),
    certifiedBy: user('mallory'),
    decisionHash: over(certified),
  },
  'was said to be certified at another time': {
    ...byEve,
    ...decided('certified'),
    certifiedDateTime: at(9),
    decisionHash: over(certified),
  },
  'lost its decision hash': { ...byEve, ...decided('certified') },
  'lost the first of two certifications': {
    ...byEve,
    ...decided('certified'),
    decisionHash: over(firstly, certified),
  },
  'has a decision hash without a decision': { decisionHash: over(certified) },
  'was made out to be revoked': {
    ...byEve,
    ...decided('revoked'),
    decisionHash: over(certified),
  },
}

describe('verifyLane, about decisions', () => {
  for (const [what, columns] of Object.entries(intact)) {
    it(`finds no fault in an entry that ${what}`, () => {
      expect(faultOf(columns)).toBeNull()
    })
  }

  for (const [what, columns] of Object.entries(broken)) {
    it(`names an entry that ${what}`, () => {
      expect(faultOf(columns)).toBe('decision')
    })
  }
})
