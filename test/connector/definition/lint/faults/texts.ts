import { fault } from './fault.js'
import type { Fault } from './fault.js'

const list = 'paths > /parcels > get'
const size = 'definitions > Parcel > properties > size'
const metadata = 'x-ms-connector-metadata'

/** Faults in what a definition says of itself, and in the texts that people read. */
export const textFaults: readonly Fault[] = [
  fault('SpecificationVersionIncorrect', ['swagger', '3.0']),
  fault('HostNameNotValid', ['host', 'https://register.example.org/v1']),
  fault('HostMustBeProduction', ['host', 'register-test.example.org']),
  fault('HostMustBeProduction', ['host', 'localhost:8080']),
  fault('BasePathNotValid', ['basePath', 'v1']),
  fault('SchemesArrayEmpty', ['schemes', []]),
  fault('SchemeNotValid', ['schemes', ['https', 'ftp']]),
  fault('SchemeNotSupported', ['schemes', ['https', 'wss']]),
  fault('TagRedefined', ['tags', [{ name: 'land' }, { name: 'land' }]]),
  fault('ContactEmailNotValid', ['info > contact > email', 'office']),
  fault('UrlNotValid', ['info > contact > url', 'register.example.org']),
  fault('ConnectorMetadataPropertiesMissing', [`${metadata} > 1`, undefined]),
  fault('InvalidConnectorCategory', [`${metadata} > 2 > propertyValue`, 'Land']),
  fault('TooManyConnectorCategories', [`${metadata} > 2 > propertyValue`, 'AI;Data;Website']),
  fault('RequiredPropertyMissing', ['info > version', undefined]),
  fault('RequiredPropertyMissing', ['info > contact', undefined]),
  fault('RequiredPropertyMissing', [`${list} > description`, undefined]),
  fault('RequiredPropertyMissing', [`${list} > responses > default > description`, undefined]),
  fault('RequiredPropertyMissing', ['parameters > pageSize > x-ms-summary', undefined]),
  fault('RequiredPropertyMissing', [`${size} > description`, undefined]),
  fault('RequiredPropertyMissing', [
    `${list} > parameters > 0 > x-ms-dynamic-list`,
    { itemsPath: 'value' },
  ]),
  fault('RequiredValueEmpty', ['info > description', '']),
  fault('RequiredValueEmpty', [`${list} > description`, '']),
  fault('FieldLengthExceeded', ['info > title', 'Register of all parcels of land']),
  fault('FieldLengthExceeded', [`${size} > x-ms-summary`, 'Size '.repeat(20).trim()]),
  fault('FieldLengthNotInRange', ['info > description', 'Looks up parcels.']),
  fault('FieldLengthNotInRange', ['info > description', `${'Looks up parcels. '.repeat(30)}Yes.`]),
  fault('OperationSummaryTooLong', [`${list} > summary`, `List ${'all '.repeat(20)}parcels`]),
  fault('ValueContainsRestrictedWords', ['info > title', 'Parcel API']),
  fault('ValueContainsRestrictedWords', ['info > title', 'Parcel Connector']),
  fault('ValueContainsRestrictedWords', [`${list} > description`, 'Lists for Power Automate.']),
  fault('ValueContainsRestrictedWords', [`${size} > description`, 'Size in Dataverse.']),
  fault('ValueMustBeInEnglish', [`${size} > description`, 'Die Größe.']),
  fault('ValueMustBeInEnglish', [`${list} > summary`, 'List größen']),
  fault('ValueMustEndWithAlphanumeric', ['info > title', 'Parcel Register.']),
  fault('ValueMustEndWithAlphanumeric', [`${list} > summary`, 'List all parcels.']),
  fault('RestrictedCharactersInSummary', [`${list} > summary`, 'List/find parcels']),
  fault('SummaryMustBeInSentenceCase', [`${list} > summary`, 'list parcels']),
  fault('SummaryMustBeInSentenceCase', [`${list} > summary`, 'List All Open Parcels']),
  fault('SummaryMustBeInTitleCase', [`${size} > x-ms-summary`, 'Size of parcel']),
  fault('DescriptionMustBeASentence', [`${size} > description`, 'Size in square metres']),
  fault('DescriptionMustBeASentence', [`${list} > description`, 'lists parcels.']),
  fault('DescriptionRepeatsSummary', [`${size} > description`, 'Size.']),
]
