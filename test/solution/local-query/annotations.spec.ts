import type { Fixture, Row } from './fixture.js'
import { callerId } from './fixture.js'
import { ada, bob, litware, openPeople } from './people.js'

const formatted = '@OData.Community.Display.V1.FormattedValue'
const logicalName = '@Microsoft.Dynamics.CRM.lookuplogicalname'
const navigation = '@Microsoft.Dynamics.CRM.associatednavigationproperty'

describe('annotations of the local Web API', () => {
  let fixture: Fixture
  beforeAll(() => (fixture = openPeople()))
  afterAll(() => {
    fixture.close()
  })

  const read = (url: string, annotations: string): Row =>
    fixture.body(url, { prefer: `odata.include-annotations="${annotations}"` })

  it('formats each kind of value the way a person sees it', () => {
    const row = read(`contacts(${ada})`, '*')

    expect(row[`gendercode${formatted}`]).toBe('Female')
    expect(row[`creditonhold${formatted}`]).toBe('Yes')
    expect(row[`birthdate${formatted}`]).toBe('2/3/1990')
    expect(row[`createdon${formatted}`]).toBe('11/21/2026 10:30 AM')
    expect(row[`annualincome${formatted}`]).toBe('($1,500.00)')
    expect(row[`numberofchildren${formatted}`]).toBe('3')
    expect(row[`versionnumber${formatted}`]).toBe('1,004')
    expect(row[`statecode${formatted}`]).toBe('Active')
    expect(row[`statuscode${formatted}`]).toBe('Active')
    expect(row[`fullname${formatted}`]).toBeUndefined()
  })

  it('tells of lookups which table, property and row they show', () => {
    const row = read(`contacts(${ada})?$select=_parentcustomerid_value,_ownerid_value`, '*')

    expect(row).toEqual(
      jasmine.objectContaining({
        _parentcustomerid_value: litware,
        [`_parentcustomerid_value${formatted}`]: 'Litware',
        [`_parentcustomerid_value${logicalName}`]: 'account',
        [`_parentcustomerid_value${navigation}`]: 'parentcustomerid_account',
        _ownerid_value: callerId,
        [`_ownerid_value${formatted}`]: 'Sam Service',
        [`_ownerid_value${logicalName}`]: 'systemuser',
        [`_ownerid_value${navigation}`]: 'ownerid',
      }),
    )
  })

  it('annotates nothing that is empty', () => {
    const row = read(`contacts(${bob})?$select=birthdate,gendercode,_ownerid_value`, '*')

    expect(Object.keys(row)).toEqual([
      '@odata.context',
      '@odata.etag',
      'birthdate',
      'gendercode',
      '_ownerid_value',
      'contactid',
    ])
  })

  it('annotates expanded rows', () => {
    const url = `accounts(${litware})?$select=name&$expand=contact_customer_accounts($select=gendercode)`
    const [contact = {}] = read(url, formatted.slice(1))['contact_customer_accounts'] as Row[]

    expect(contact[`gendercode${formatted}`]).toBe('Female')
  })

  it('sends only the annotations that are asked for', () => {
    const url = `contacts(${ada})?$select=_parentcustomerid_value,gendercode`

    expect(read(url, 'Microsoft.Dynamics.CRM.lookuplogicalname')).toEqual(
      jasmine.objectContaining({ [`_parentcustomerid_value${logicalName}`]: 'account' }),
    )
    const some = read(url, 'Microsoft.Dynamics.CRM.lookuplogicalname')
    expect(`gendercode${formatted}` in some).toBe(false)
    expect(`_parentcustomerid_value${navigation}` in some).toBe(false)
    const prefixed = read(url, 'Microsoft.Dynamics.CRM.*')
    expect(`_parentcustomerid_value${navigation}` in prefixed).toBe(true)
    const excluding = read(url, '*,-OData.Community.Display.V1.FormattedValue')
    expect(`gendercode${formatted}` in excluding).toBe(false)
    expect(`_parentcustomerid_value${logicalName}` in excluding).toBe(true)
  })

  it('says which preferences it applied', () => {
    const prefer = 'odata.include-annotations="*", odata.maxpagesize=2,return=representation'
    const { headers } = fixture.get('contacts', { prefer })

    expect(headers['Preference-Applied']).toBe('odata.include-annotations="*", odata.maxpagesize=2')
  })
})
