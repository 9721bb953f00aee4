import {
  apiProperties,
  entraApiProperties,
} from '../../../connector/definition/source/api-properties.js'
import { clouds } from '../../../connector/definition/source/clouds.js'
import { placeholderRegistration } from '../../../connector/definition/source/connection-parameters.js'
import { withReference } from '../../../connector/definition/source/reference.js'
import { operations } from '../service/http/contract.js'

interface Parameter {
  readonly type: string
  readonly defaultValue?: string
  readonly oAuthSettings?: {
    readonly clientSecret?: unknown
    readonly customParameters: Readonly<Record<string, { readonly value: string }>>
  }
}

interface Properties {
  readonly connectionParameterSets?: {
    readonly values: readonly {
      readonly name: string
      readonly parameters: Readonly<Record<string, Parameter>>
    }[]
  }
  readonly policyTemplateInstances: readonly {
    readonly templateId: string
    readonly parameters: Readonly<Record<string, unknown>>
  }[]
}

const propertiesOf = (file: object) => (file as { readonly properties: Properties }).properties
const everyCloud = clouds.map((cloud) => ({
  cloud,
  properties: propertiesOf(apiProperties(placeholderRegistration(cloud))),
}))

function tokenSettings({ connectionParameterSets }: Properties) {
  return (connectionParameterSets?.values ?? []).flatMap(
    ({ parameters }) => parameters['token']?.oAuthSettings ?? [],
  )
}

describe("The connector's properties", () => {
  it('offer Entra, a service principal and an API key in every cloud', () => {
    for (const { properties } of everyCloud) {
      expect(properties.connectionParameterSets?.values.map(({ name }) => name)).toEqual([
        'entra',
        'service-principal',
        'api-key',
      ])
    }
  })

  it('sign in where the cloud does', () => {
    const logins = everyCloud.map(({ cloud, properties }) => [
      cloud,
      ...new Set(
        tokenSettings(properties).map((token) => token.customParameters['loginUri']?.value),
      ),
    ])

    expect(logins).toEqual([
      ['commercial', 'https://login.microsoftonline.com'],
      ['gcc', 'https://login.microsoftonline.com'],
      ['gcc-high', 'https://login.microsoftonline.us'],
      ['dod', 'https://login.microsoftonline.us'],
    ])
  })

  it('hold no secret: what is secret is asked for and has no value', () => {
    for (const { properties } of everyCloud) {
      const parameters = (properties.connectionParameterSets?.values ?? []).flatMap((set) =>
        Object.entries(set.parameters),
      )
      const secrets = parameters.filter(([, { type }]) => type === 'securestring')

      expect(secrets.map(([name]) => name)).toEqual(['token:clientSecret', 'api_key'])
      expect(secrets.filter(([, { defaultValue }]) => defaultValue !== undefined)).toEqual([])
      expect(tokenSettings(properties).filter((token) => 'clientSecret' in token)).toEqual([])
    }
  })

  it('sign in on behalf of the user only where that is asked for', () => {
    const usual = JSON.stringify(apiProperties(placeholderRegistration('commercial')))
    const asked = JSON.stringify(
      apiProperties({ ...placeholderRegistration('commercial'), onBehalfOf: true }),
    )

    expect(usual).not.toMatch(/behalf/i)
    expect(asked).toContain('"IsOnbehalfofLoginSupported":true')
    expect(asked).toContain('"enableOnbehalfOfLogin":{"value":"true"}')
  })

  it('send every next page through the gateway, and the key of the connection in its header', () => {
    const { policyTemplateInstances } = propertiesOf(
      apiProperties(placeholderRegistration('commercial')),
    )
    const [paging, header] = policyTemplateInstances
    const lists = operations.flatMap(({ operation }) =>
      operation['x-ms-pageable'] ? operation.operationId : [],
    )

    expect(paging?.parameters['x-ms-apimTemplate-operationName']).toEqual(lists)
    expect(header?.parameters).toEqual(
      jasmine.objectContaining({
        'x-ms-apimTemplateParameter.name': 'x-api-key',
        'x-ms-apimTemplateParameter.value': "@connectionParameters('api_key','')",
      }),
    )
  })

  it('know one way to connect where the wizard shall know it, without the header of another', () => {
    const properties = propertiesOf(entraApiProperties(placeholderRegistration('gcc')))

    expect(properties.connectionParameterSets).toBeUndefined()
    expect(properties.policyTemplateInstances.map(({ templateId }) => templateId)).toEqual([
      'updatenextlink',
    ])
  })
})

describe('What makers read of the definition', () => {
  const marks =
    '<!-- operations -->\n<!-- end of operations -->\n<!-- errors -->\n<!-- end of errors -->'

  it('lists every operation that they see with its path, and every code with its status', () => {
    const text = withReference(marks)
    const shown = operations.filter(({ operation }) => operation['x-ms-visibility'] !== 'internal')

    expect(shown.length).toBeGreaterThan(40)
    for (const { path, method, operation } of shown) {
      expect(text).toContain(operation.summary)
      expect(text).toContain(`\`${method.toUpperCase()} ${path}\``)
    }
    expect(text).toContain('| `SubmissionKeyReused` | 409 |')
  })

  it('stays as it is when it is written again', () => {
    expect(withReference(withReference(marks))).toBe(withReference(marks))
  })

  it('is refused without the marks that its lists go between', () => {
    expect(() => withReference('# Nothing')).toThrowError(/<!-- operations -->/)
  })
})
