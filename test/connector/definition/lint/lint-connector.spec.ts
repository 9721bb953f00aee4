import fc from 'fast-check'

import { lintConnector } from '../../../../connector/definition/lint/lint-connector.js'
import { rules } from '../../../../connector/definition/lint/rules.js'
import { dynamicFaults } from './faults/dynamic.js'
import { edited } from './faults/fault.js'
import { fileFaults } from './faults/files.js'
import { operationFaults } from './faults/operations.js'
import { parameterFaults } from './faults/parameters.js'
import { schemaFaults } from './faults/schemas.js'
import { securityFaults } from './faults/security.js'
import { textFaults } from './faults/texts.js'
import { webhookFaults } from './faults/webhooks.js'
import { validConnector } from './valid/connector.js'

const faults = [
  ...textFaults,
  ...operationFaults,
  ...parameterFaults,
  ...schemaFaults,
  ...dynamicFaults,
  ...webhookFaults,
  ...securityFaults,
  ...fileFaults,
]

describe('The connector lint', () => {
  it('finds nothing in a connector that keeps every rule', () => {
    expect(lintConnector(validConnector())).toEqual([])
  })

  it('gives every rule a name of its own and a sentence', () => {
    const names = rules.map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
    expect(rules.filter(({ sentence }) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
  })

  it('has a planted fault for every rule', () => {
    const planted = new Set(faults.map(({ rule }) => rule))

    expect(rules.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([])
  })

  faults.forEach(({ rule, plant }, index) => {
    it(`catches planted fault ${index + 1} by ${rule} alone`, () => {
      const findings = lintConnector(plant(validConnector()))

      expect([...new Set(findings.map((finding) => finding.rule))])
        .withContext(JSON.stringify(findings, undefined, 2))
        .toEqual([rule])
      for (const { place, message } of findings) {
        expect(place).toMatch(/^\$/)
        expect(message).toMatch(/^\S.*expected.*\.$/is)
      }
    })
  })

  it('reports once what several operations share', () => {
    const { definition, ...files } = validConnector()
    const broken = edited(definition, [
      ['definitions > ParcelDraft > properties > district > x-ms-dynamic-list > operationId', 'No'],
      ['paths > /parcel-drafts > post', repeatedOperation()],
    ])

    expect(lintConnector({ ...files, definition: broken }).map(({ rule }) => rule)).toEqual([
      'OperationIdNotFound',
      'ReadmeOperationMissing',
    ])
  })

  it('says what is wrong, where, and what was expected', () => {
    const { definition, ...files } = validConnector()
    const broken = edited(definition, [['paths > /parcels > get > operationId', 'List-Parcels']])

    expect(lintConnector({ ...files, definition: broken })[0]).toEqual({
      rule: 'OperationIdSanitized',
      level: 'error',
      file: 'apiDefinition.swagger.json',
      place: "$.paths['/parcels'].get",
      message: 'The operationId is "List-Parcels"; expected "ListParcels".',
    })
  })

  it('never throws, whatever the files hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (definition, properties) => {
        expect(
          lintConnector({ definition, properties, readme: '', icon: Buffer.alloc(9) }),
        ).toContain(jasmine.objectContaining({ rule: 'SpecificationVersionIncorrect' }))
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  it('never throws where a part of a good definition is something else', () => {
    const { definition, ...files } = validConnector()
    const places = placesIn(definition)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        lintConnector({ ...files, definition: edited(definition, [[place, value]]) })
      }),
      { numRuns: 150, seed: 5 },
    )
  })
})

function repeatedOperation() {
  return {
    operationId: 'DraftParcel',
    summary: 'Draft a parcel',
    description: 'Drafts a parcel without adding it.',
    parameters: [
      {
        name: 'body',
        in: 'body',
        required: true,
        'x-ms-summary': 'Body',
        description: 'What is sent.',
        schema: { $ref: '#/definitions/ParcelDraft' },
      },
    ],
    responses: { 200: { description: 'It.', schema: { $ref: '#/definitions/Parcel' } } },
  }
}

/** Every place of a JSON value, as edits name them. */
function placesIn(node: unknown, above: readonly string[] = []): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, child]) => {
    const steps = [...above, name]
    return [steps.join(' > '), ...placesIn(child, steps)]
  })
}
