import { callerId, guid, openFixture } from './fixture.js'
import type { Fixture } from './fixture.js'

export const litware = guid(10)
export const adventure = guid(11)
export const ada = guid(20)
export const bob = guid(21)
export const zoe = guid(22)

/** Two accounts and three contacts; what a spec leaves out is empty. */
export function openPeople(): Fixture {
  const fixture = openFixture()
  fixture.insert('systemuser', [{ systemuserid: callerId, fullname: 'Sam Service' }])
  fixture.insert('account', [
    {
      accountid: litware,
      name: 'Litware',
      revenue: 1234.5,
      industrycode: 7,
      createdon: '2026-11-20T10:00:00Z',
    },
    {
      accountid: adventure,
      name: 'Adventure',
      revenue: 0.1,
      industrycode: 7,
      parentaccountid: litware,
      primarycontactid: ada,
      createdon: '2026-11-21T00:00:00Z',
    },
  ])
  fixture.insert('contact', [
    {
      contactid: ada,
      fullname: 'Ada Lovelace',
      firstname: 'Ada',
      lastname: 'Lovelace',
      numberofchildren: 3,
      creditonhold: 1,
      gendercode: 2,
      birthdate: '1990-02-03',
      annualincome: -1500,
      parentcustomerid: litware,
      parentcustomerid$type: 'account',
      ownerid: callerId,
      createdon: '2026-11-21T10:30:00Z',
    },
    {
      contactid: bob,
      fullname: '50% off_[now]',
      firstname: 'Bob',
      lastname: 'bob',
      numberofchildren: 1,
      creditonhold: 0,
      parentcustomerid: litware,
      parentcustomerid$type: 'account',
      createdon: '2026-11-20T23:59:59Z',
    },
    {
      contactid: zoe,
      fullname: 'Zoë Ångström',
      firstname: 'Zoë',
      lastname: "O'Brian",
      parentcustomerid: ada,
      parentcustomerid$type: 'contact',
      createdon: '2026-10-01T12:00:00Z',
    },
  ])
  return fixture
}
