import fc from 'fast-check'

import {
  commitModeChoice,
  ledgerAspectChoice,
  yesNoChoice,
} from '../../../../solution/app/choices.js'
import { emitChoice } from '../../../../solution/emit/tables/index.js'
import { readChoice } from '../../../../solution/read/tables/index.js'
import { localTables, ownTables } from '../../../../solution/tables/index.js'
import { again, throughText } from './again.js'
import { generatedTable, sharedChoice } from './arbitraries.js'
import { asRead, asReadChoice } from './as-read.js'

const choices = [commitModeChoice, ledgerAspectChoice, yesNoChoice]

describe('Tables that are emitted and read', () => {
  const read = again(ownTables, choices)

  for (const [at, table] of ownTables.entries()) {
    it(`gives back ${table.schemaName} as declared`, () => {
      expect(asRead(read[at] ?? table)).toEqual(asRead(table))
      expect(read[at]).not.toBe(table)
    })
  }

  it('gives back the names that our code uses', () => {
    for (const [at, table] of ownTables.entries()) {
      expect(Object.keys(read[at]?.columns ?? {}).sort()).toEqual(Object.keys(table.columns).sort())
    }
  })

  it('gives back any table, usual or not', () => {
    fc.assert(
      fc.property(generatedTable, (table) => {
        const [back] = again([table], [sharedChoice], [table, ...localTables])
        expect(back && asRead(back)).toEqual(asRead(table))
      }),
      { numRuns: 150 },
    )
  })

  it('gives back a choice as declared', () => {
    for (const choice of [
      ...choices,
      sharedChoice,
      { ...sharedChoice, settings: { ExternalTypeName: '' } },
    ]) {
      const [back] = throughText([emitChoice(choice)]).map(readChoice)
      expect(back && asReadChoice(back)).toEqual(asReadChoice(choice))
    }
  })

  it('knows a choice of another solution by its name only', () => {
    const [, , policy] = again(ownTables, [])
    expect(policy?.columns['autoCertify']?.globalChoice).toEqual({
      name: yesNoChoice.name,
      label: yesNoChoice.name,
      options: {},
    })
  })
})
