import { bracedId, rootComponents } from '../../model/solution/index.js'
import type {
  ComponentReference,
  Publisher,
  Requirement,
  Solution,
} from '../../model/solution/index.js'
import { childrenOf, element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { descriptions, language, localizedNames } from '../elements.js'

/** 2 is what an unpacked folder says that can be packed as either. */
export const managedState = { unmanaged: 0, managed: 1, both: 2 } as const

/** The version of the platform that the package is written for; later ones take it, too. */
const platformVersion = '9.2.24093.218'
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** The namespace of `xsi:nil`. */
export const rootAttributes = { 'xmlns:xsi': schemaInstance } as const

/** Root of solution.xml. */
export function emitManifest(solution: Solution, managed: 0 | 1 | 2): XmlElement {
  const { uniqueName, label, description, version, publisher, requires, rest = [] } = solution
  const attributes = {
    version: platformVersion,
    SolutionPackageVersion: '9.2',
    languagecode: language,
    generatedBy: 'CrmLive',
    ...rootAttributes,
  }
  return element('ImportExportXml', attributes, [
    element('SolutionManifest', {}, [
      textElement('UniqueName', uniqueName),
      localizedNames(label),
      descriptions(description),
      textElement('Version', version),
      textElement('Managed', managed),
      emitPublisher(publisher),
      element('RootComponents', {}, [
        ...rootComponents(solution).map(({ type, schemaName, id, behavior }) =>
          element('RootComponent', { type, id, schemaName, behavior }),
        ),
        ...rest.filter(({ name }) => name === 'RootComponents').flatMap((more) => childrenOf(more)),
      ]),
      element('MissingDependencies', {}, requires.map(emitRequirement)),
    ]),
  ])
}

function emitPublisher(publisher: Publisher): XmlElement {
  const { uniqueName, label, description, email, website, prefix, optionValuePrefix } = publisher
  return element('Publisher', {}, [
    textElement('UniqueName', uniqueName),
    localizedNames(label),
    descriptions(description),
    textOrNil('EMailAddress', email),
    textOrNil('SupportingWebsiteUrl', website),
    textElement('CustomizationPrefix', prefix),
    textElement('CustomizationOptionValuePrefix', optionValuePrefix),
    element('Addresses', {}, [emitAddress(1), emitAddress(2)]),
  ])
}

/** The lines of a publisher's address; empty but for the three that are numbers. */
const addressLines = [
  'AddressNumber',
  'AddressTypeCode',
  'City',
  'County',
  'Country',
  'Fax',
  'FreightTermsCode',
  'ImportSequenceNumber',
  'Latitude',
  'Line1',
  'Line2',
  'Line3',
  'Longitude',
  'Name',
  'PostalCode',
  'PostOfficeBox',
  'PrimaryContactName',
  'ShippingMethodCode',
  'StateOrProvince',
  'Telephone1',
  'Telephone2',
  'Telephone3',
  'TimeZoneRuleVersionNumber',
  'UPSZone',
  'UTCOffset',
  'UTCConversionTimeZoneCode',
]

function emitAddress(addressNumber: number): XmlElement {
  const numbers: Readonly<Record<string, string>> = {
    AddressNumber: String(addressNumber),
    AddressTypeCode: '1',
    ShippingMethodCode: '1',
  }
  return element(
    'Address',
    {},
    addressLines.map((name) => textOrNil(name, numbers[name])),
  )
}

const textOrNil = (name: string, text: string | undefined): XmlElement =>
  text === undefined ? element(name, { 'xsi:nil': 'true' }) : textElement(name, text)

function emitRequirement({ required, dependent }: Requirement): XmlElement {
  const { solution, packages = [], ...reference } = required
  return element('MissingDependency', {}, [
    element('Required', { ...referenceAttributes(reference), solution }, packages),
    element('Dependent', referenceAttributes(dependent)),
  ])
}

const referenceAttributes = ({ settings, id, ...names }: ComponentReference) => ({
  ...names,
  id: id === undefined ? undefined : bracedId(id),
  ...settings,
})
