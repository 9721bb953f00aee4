import type { steps } from './trace.js'

type Words = {
  readonly [Rule in keyof typeof steps]: Readonly<Record<keyof (typeof steps)[Rule], string>>
}

/** Every step of a decision as a sentence for a steward. */
const words: Words = {
  resolve: {
    found: 'The crosswalk knows which record is meant.',
    created: 'No record was known for the key, so one was created.',
    noRecord: 'No record is known for the key, and none may be created.',
    recordDeleted: 'The record that the key stood for was deleted.',
    conflict: 'The key stands for another record than the one named.',
    noRelatedRecord: 'The record to point at is not known yet.',
    unknown: 'The table or the record is not known.',
  },
  normalise: {
    mapped: 'A value map translated the code.',
    lowConfidence: 'The value map that translated the code is not sure enough.',
    unmapped: 'No value map knows the code.',
    passedThrough: 'No value map knows the code, and the policy takes it as it is.',
    ambiguous: 'Several value maps translate the code differently.',
    badValue: 'The column cannot take the value.',
    unknownColumn: 'The table has no such column.',
  },
  policy: {
    field: 'A policy for this very column decides.',
    table: 'The policy of the table decides.',
    anyTableField: 'A policy for this column of any table decides.',
    anyTable: 'The policy for every table decides.',
    none: 'No policy covers the column.',
    ambiguous: 'Several policies cover the column equally.',
  },
  equalsRecord: {
    yes: 'The record has this value already.',
    no: 'The record has another value.',
  },
  ownLatest: {
    none: 'The source has sent nothing for it before.',
    other: 'The source has sent another value before.',
    held: 'The source has sent the same value before, and it waits.',
    rejected: 'A steward rejected the same value from this source.',
    chosenOver: 'A steward chose another value over the same value from this source.',
    revoked: 'The same value from this source was revoked.',
    changedOutside: 'The record was changed outside since the source sent the same value.',
    newerHeld: 'A newer value of the source waits already.',
    offered: 'The source was offered this value before a newer one was certified.',
  },
  authority: {
    listed: 'The policy names the source as one that may change it.',
    any: 'The policy lets every source change it.',
    notListed: 'The policy does not name the source as one that may change it.',
  },
  rank: {
    free: 'No source of another rank stands in the way.',
    equal: 'The value in force comes from a source of the same rank.',
    higher: 'The source ranks above the one whose value is in force.',
    stale: 'The value in force is stale, so its rank does not count.',
    lower: 'The value in force comes from a source of higher rank.',
    certifiedByHand: 'A steward certified the value in force by hand.',
  },
  time: {
    newer: 'The value is newer than the one in force.',
    older: 'The value is older than the one in force.',
    mixed: 'Some of the values are older than those in force.',
    future: 'The value is said to have changed in the future.',
  },
  commit: {
    onIngest: 'The policy lets it take effect on arrival.',
    autoCertify: 'The policy certifies it at once.',
    onCertify: 'The policy lets it take effect once a steward has certified it.',
    lowConfidence: 'Its translation is not sure enough to take effect.',
    columnRefuses: 'The column cannot be written now.',
    platformRefuses: 'The platform refused the value.',
  },
}

export interface ReadableStep {
  readonly rule: string
  readonly result: string
  readonly explanation: string
}

/** The steps of a decision trace as a ledger entry keeps it; none where the text is no trace. */
export function readableTrace(text: string | null): readonly ReadableStep[] {
  return Object.entries(parsed(text)).flatMap(([rule, result]) =>
    typeof result === 'string' ? [{ rule, result, explanation: inWords(rule, result) }] : [],
  )
}

/** A step in words; the step itself where a later version of the service wrote it. */
export function inWords(rule: string, result: string): string {
  const ofRule: Readonly<Record<string, string>> | undefined = Object.hasOwn(words, rule)
    ? words[rule as keyof Words]
    : undefined
  return ofRule && Object.hasOwn(ofRule, result) ? (ofRule[result] ?? '') : `${rule}: ${result}.`
}

function parsed(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
