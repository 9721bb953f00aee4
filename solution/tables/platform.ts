import {
  choice,
  date,
  dateTime,
  decimal,
  defineTable,
  integer,
  lookup,
  memo,
  money,
  primaryName,
  text,
  uniqueIdentifier,
  yesNo,
} from '../model/index.js'

/**
 * Tables of the platform, in its own names, with the columns that this project and its example
 * touch. They are in every Dataverse: declared to be hosted locally and to name them in code.
 */
export const systemUser = defineTable({
  schemaName: 'SystemUser',
  label: 'User',
  pluralLabel: 'Users',
  origin: 'platform',
  ownership: 'organization',
  columns: {
    fullName: primaryName('FullName', 'Full Name', { maxLength: 200 }),
    firstName: text('FirstName', 'First Name', { maxLength: 64 }),
    lastName: text('LastName', 'Last Name', { maxLength: 64 }),
    domainName: text('DomainName', 'User Name', { maxLength: 1_024 }),
    internalEmailAddress: text('InternalEMailAddress', 'Primary Email', { maxLength: 100 }),
    azureActiveDirectoryObjectId: uniqueIdentifier(
      'AzureActiveDirectoryObjectId',
      'Microsoft Entra Object ID',
    ),
    applicationId: uniqueIdentifier('ApplicationId', 'Application ID'),
    isDisabled: yesNo('IsDisabled', 'Status'),
    businessUnit: lookup('BusinessUnitId', 'Business Unit', 'businessunit'),
  },
})

export const team = defineTable({
  schemaName: 'Team',
  label: 'Team',
  pluralLabel: 'Teams',
  origin: 'platform',
  ownership: 'organization',
  columns: {
    name: primaryName('Name', 'Team Name', { maxLength: 160 }),
    description: memo('Description', 'Description', { maxLength: 2_000 }),
    businessUnit: lookup('BusinessUnitId', 'Business Unit', 'businessunit'),
  },
})

export const businessUnit = defineTable({
  schemaName: 'BusinessUnit',
  label: 'Business Unit',
  pluralLabel: 'Business Units',
  origin: 'platform',
  ownership: 'organization',
  columns: {
    name: primaryName('Name', 'Name', { maxLength: 160 }),
    parentBusinessUnit: lookup('ParentBusinessUnitId', 'Parent Business', 'businessunit'),
  },
})

const genderCode = {
  male: { value: 1, label: 'Male' },
  female: { value: 2, label: 'Female' },
} as const

export const contact = defineTable({
  schemaName: 'Contact',
  label: 'Contact',
  pluralLabel: 'Contacts',
  origin: 'platform',
  columns: {
    fullName: primaryName('FullName', 'Full Name', { maxLength: 160 }),
    firstName: text('FirstName', 'First Name', { maxLength: 50 }),
    lastName: text('LastName', 'Last Name', { maxLength: 50 }),
    middleName: text('MiddleName', 'Middle Name', { maxLength: 50 }),
    jobTitle: text('JobTitle', 'Job Title', { maxLength: 100 }),
    department: text('Department', 'Department', { maxLength: 100 }),
    employeeId: text('EmployeeId', 'Employee', { maxLength: 50 }),
    externalUserIdentifier: text('ExternalUserIdentifier', 'External User Identifier', {
      maxLength: 50,
    }),
    governmentId: text('GovernmentId', 'Government', { maxLength: 50 }),
    emailAddress1: text('EMailAddress1', 'Email', { maxLength: 100 }),
    emailAddress2: text('EMailAddress2', 'Email Address 2', { maxLength: 100 }),
    telephone1: text('Telephone1', 'Business Phone', { maxLength: 50 }),
    mobilePhone: text('MobilePhone', 'Mobile Phone', { maxLength: 50 }),
    address1Line1: text('Address1_Line1', 'Address 1: Street 1', { maxLength: 250 }),
    address1City: text('Address1_City', 'Address 1: City', { maxLength: 80 }),
    address1StateOrProvince: text('Address1_StateOrProvince', 'Address 1: State/Province', {
      maxLength: 50,
    }),
    address1PostalCode: text('Address1_PostalCode', 'Address 1: ZIP/Postal Code', {
      maxLength: 20,
    }),
    address1Country: text('Address1_Country', 'Address 1: Country/Region', { maxLength: 80 }),
    birthDate: date('BirthDate', 'Birthday'),
    genderCode: choice('GenderCode', 'Gender', genderCode),
    numberOfChildren: integer('NumberOfChildren', 'No. of Children', {
      minValue: 0,
      maxValue: 1_000_000_000,
    }),
    annualIncome: money('AnnualIncome', 'Annual Income', { minValue: 0 }),
    creditOnHold: yesNo('CreditOnHold', 'Credit Hold'),
    doNotEmail: yesNo('DoNotEMail', 'Do not allow Emails'),
    lastOnHoldTime: dateTime('LastOnHoldTime', 'Last On Hold Time'),
    description: memo('Description', 'Description', { maxLength: 2_000 }),
    parentCustomer: lookup('ParentCustomerId', 'Company Name', ['account', 'contact']),
  },
})

const industryCode = {
  accounting: { value: 1, label: 'Accounting' },
  consulting: { value: 7, label: 'Consulting' },
  government: { value: 18, label: 'Government' },
} as const

export const account = defineTable({
  schemaName: 'Account',
  label: 'Account',
  pluralLabel: 'Accounts',
  origin: 'platform',
  columns: {
    name: primaryName('Name', 'Account Name', { maxLength: 160 }),
    accountNumber: text('AccountNumber', 'Account Number', { maxLength: 20 }),
    emailAddress1: text('EMailAddress1', 'Email', { maxLength: 100 }),
    telephone1: text('Telephone1', 'Main Phone', { maxLength: 50 }),
    webSiteUrl: text('WebSiteURL', 'Website', { maxLength: 200 }),
    address1Line1: text('Address1_Line1', 'Address 1: Street 1', { maxLength: 250 }),
    address1City: text('Address1_City', 'Address 1: City', { maxLength: 80 }),
    address1PostalCode: text('Address1_PostalCode', 'Address 1: ZIP/Postal Code', {
      maxLength: 20,
    }),
    address1Country: text('Address1_Country', 'Address 1: Country/Region', { maxLength: 80 }),
    industryCode: choice('IndustryCode', 'Industry', industryCode),
    numberOfEmployees: integer('NumberOfEmployees', 'Number of Employees', {
      minValue: 0,
      maxValue: 1_000_000_000,
    }),
    revenue: money('Revenue', 'Annual Revenue', { minValue: 0 }),
    address1Latitude: decimal('Address1_Latitude', 'Address 1: Latitude', {
      minValue: -90,
      maxValue: 90,
      precision: 5,
    }),
    description: memo('Description', 'Description', { maxLength: 2_000 }),
    parentAccount: lookup('ParentAccountId', 'Parent Account', 'account'),
    primaryContact: lookup('PrimaryContactId', 'Primary Contact', 'contact'),
  },
})
