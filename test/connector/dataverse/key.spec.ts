import { retrieveByKey } from '../../../connector/dataverse/index.js'
import {
  integrationIdentifier,
  integrationLane,
  integrationSyncItem,
} from '../../../solution/tables/index.js'

describe('A look-up by alternate key', () => {
  it('writes the key as the platform reads it', () => {
    const operation = retrieveByKey(
      integrationLane,
      { targetTable: `o'brien é`, laneNumber: 3 },
      { select: ['name'] },
    )

    expect(operation.path).toBe(
      `govcdm_integrationlanes(govcdm_targettable='o''brien%20%C3%A9',govcdm_lanenumber=3)` +
        '?$select=govcdm_integrationlaneid,govcdm_name',
    )
  })

  for (const character of '/<>*%&:\\?+#') {
    it(`refuses ${character}, which the platform refuses, and names the value`, () => {
      const key = { targetTable: `a${character}b`, laneNumber: 0 }

      expect(() => retrieveByKey(integrationLane, key)).toThrowError(
        new RegExp(`"a.b" cannot be looked up by the key column govcdm_targettable`),
      )
    })
  }

  it('refuses columns that are no key', () => {
    expect(() => retrieveByKey(integrationLane, { laneNumber: 0 })).toThrowError(
      /declares no key of/,
    )
    expect(() => retrieveByKey(integrationSyncItem, { sequenceNumber: 0 })).toThrowError(
      /declares no key of/,
    )
  })

  it('of the crosswalk goes by the hash', () => {
    const keyHash = 'f'.repeat(64)

    expect(retrieveByKey(integrationIdentifier, { keyHash }, { select: [] }).path).toBe(
      `govcdm_integrationidentifiers(govcdm_keyhash='${keyHash}')?$select=govcdm_integrationidentifierid`,
    )
  })
})
