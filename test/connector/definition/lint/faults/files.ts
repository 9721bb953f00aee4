import { iconOf, validConnector } from '../valid/connector.js'
import { fileFault, propertiesFault } from './fault.js'
import type { Fault } from './fault.js'

const { definitionText, readme = '' } = validConnector()
const brand = [0x1d, 0x5c, 0x63]
const properties = 'properties'
const policies = `${properties} > policyTemplateInstances`
const names = 'x-ms-apimTemplate-operationName'
const nextLinkName = 'x-ms-apimTemplateParameter.nextLinkPropertyName'

/** Faults in the files that go along with a definition, and in its form. */
export const fileFaults: readonly Fault[] = [
  propertiesFault('PublisherMissing', [`${properties} > publisher`, undefined]),
  propertiesFault('PublisherMissing', [`${properties} > stackOwner`, '***']),
  propertiesFault('CapabilityNotKnown', [`${properties} > capabilities`, ['flows']]),
  propertiesFault('ScriptOperationNotFound', [`${properties} > scriptOperations`, ['ListRegions']]),
  propertiesFault('PolicyTemplateNotKnown', [
    `${policies} > 1`,
    { templateId: 'setlink', parameters: {} },
  ]),
  propertiesFault('PolicyOperationNotFound', [
    `${policies} > 1`,
    { templateId: 'setheader', parameters: { [names]: ['ListRegions'] } },
  ]),
  propertiesFault('PolicyOperationsMissing', [
    `${policies} > 1`,
    { templateId: 'routerequesttoendpoint', parameters: {} },
  ]),
  propertiesFault('NextLinkPolicyMissing', [policies, []]),
  propertiesFault('NextLinkPolicyMissing', [
    `${policies} > 0 > parameters > ${nextLinkName}`,
    '@odata.nextLink',
  ]),
  propertiesFault('NextLinkPolicyForOperationWithoutPages', [
    `${policies} > 0 > parameters > ${names} > 1`,
    'ListDistricts',
  ]),
  brandColor('#1d5c64', 'IconBackgroundNotBrandColor'),
  whiteIcon('#ffffff', [0xff, 0xff, 0xff]),
  whiteIcon('#007ee5', [0x00, 0x7e, 0xe5]),
  fileFault('IconNotPng', { icon: Buffer.from('no picture') }),
  fileFault('IconSizeNotValid', { icon: iconOf(160, 160, brand) }),
  fileFault('IconBackgroundNotBrandColor', { icon: iconOf(230, 230, [...brand, 0x80]) }),
  fileFault('ReadmeSectionMissing', { readme: readme.replace('## Publisher', 'Publisher') }),
  fileFault('ReadmeSectionMissing', { readme: `# Parcels\n${readme}` }),
  fileFault('ReadmeOperationMissing', { readme: readme.replace('Get a parcel', '') }),
  fileFault('DefinitionFileTooLarge', {
    definitionText: `${definitionText}\n`.padEnd(1_048_577, '\n'),
  }),
  fileFault('DefinitionFormat', {
    definitionText: JSON.stringify(JSON.parse(definitionText), null, 2),
  }),
  fileFault('DefinitionFormat', { definitionText: `${definitionText} \n` }),
  {
    rule: 'DefinitionKeyOrder',
    plant: (files) => {
      const { swagger, ...rest } = files.definition as Readonly<Record<string, unknown>>
      return { ...files, definition: { ...rest, swagger } }
    },
  },
]

function brandColor(color: string, rule: string): Fault {
  return propertiesFault(rule, [`${properties} > iconBrandColor`, color])
}

/** A brand colour that may not be one, with an icon that agrees with it. */
function whiteIcon(color: string, pixel: readonly number[]): Fault {
  const { rule, plant } = brandColor(color, 'IconBrandColorNotValid')
  return { rule, plant: (files) => ({ ...plant(files), icon: iconOf(230, 230, pixel) }) }
}
