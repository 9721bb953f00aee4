import * as fc from 'fast-check'

import type { Mapping } from '../../../controls/ValueMapCompare/model/mapping.js'
import { buildMatrix } from '../../../controls/ValueMapCompare/model/matrix.js'
import type { Matrix } from '../../../controls/ValueMapCompare/model/matrix.js'

/** A mapping of `system` from `sourceCode` to `canonicalCode`; its id follows from these. */
export function mapping(
  system: string,
  sourceCode: string,
  canonicalCode: string,
  over: Partial<Mapping> = {},
): Mapping {
  return {
    id: [system, sourceCode, canonicalCode].join('/'),
    codeList: 'Country',
    system,
    sourceCode,
    sourceLabel: '',
    canonicalCode,
    canonicalLabel: '',
    confidence: null,
    ...over,
  }
}

/** Everything is there, and what is below 0.8 is low. */
export function matrixOf(mappings: readonly Mapping[], complete = true): Matrix {
  return buildMatrix(mappings, { complete, lowConfidence: 0.8 })
}

/** Text that breaks what splices, compares or draws it carelessly. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '<script>globalThis.hacked = true</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202Eevil\u202C',
    '=1+1',
    '@SUM(A1)',
    'a","b',
    'line\r\nbreak',
    '🇳🇴',
    'e\u0301',
    '{0}',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Few different codes, so that they meet. */
const code = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('A', 'B', 'C') },
  { weight: 1, arbitrary: hostileText },
)

export const hostileMappings: fc.Arbitrary<readonly Mapping[]> = fc
  .array(
    fc.record({
      codeList: fc.constant('Country'),
      system: fc.oneof(fc.constantFrom('', 'IOC', 'ISO', '__proto__'), hostileText),
      sourceCode: code,
      sourceLabel: hostileText,
      canonicalCode: code,
      canonicalLabel: hostileText,
      confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: String(index) })))
