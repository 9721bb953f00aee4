import {
  changeSet,
  createMultiple,
  filter,
  query,
  retrieve,
  update,
  upsert,
} from '../../../connector/dataverse/index.js'
import type {
  DataverseClient,
  Operation,
  Outcome,
  OutcomesOf,
  Page,
  ResultOf,
  StoredRow,
  WrittenVersion,
} from '../../../connector/dataverse/index.js'
import type { Reference } from '../../../solution/model/index.js'
import { contact, country, integrationLedger } from '../../../solution/tables/index.js'

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type Expect<T extends true> = T

const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
const entry = retrieve(integrationLedger, id, { select: ['ledgerStatus', 'certifiedBy', 'owner'] })
type Entry = ResultOf<typeof entry>
export const countries = () => query(country)
const plain = update(country, id, { name: 'x' })
const versioned = upsert(country, id, { name: 'x' }, { returnEtag: true })
const set = changeSet([plain, versioned])
export const batched = (client: DataverseClient): Promise<Batched> =>
  client.batch([entry, plain, set])
type Batched = OutcomesOf<readonly [typeof entry, typeof plain, typeof set]>

export type Checks = [
  Expect<Equal<Entry['id'], string>>,
  Expect<Equal<Entry['ledgerStatus'], 'pending' | 'certified' | 'rejected' | 'revoked'>>,
  Expect<Equal<Entry['certifiedBy'], Reference<'systemuser'> | null>>,
  Expect<Equal<Entry['owner'], Reference<'systemuser' | 'team'> | null>>,
  Expect<Equal<keyof Entry, 'id' | 'etag' | 'ledgerStatus' | 'certifiedBy' | 'owner'>>,
  Expect<Equal<ResultOf<ReturnType<typeof countries>>, Page<StoredRow<typeof country>>>>,
  Expect<Equal<typeof plain, Operation<void>>>,
  Expect<Equal<ResultOf<typeof set>[1], WrittenVersion>>,
  Expect<Equal<Batched[0], Outcome<Entry>>>,
  Expect<Equal<Batched[2], Outcome<ResultOf<typeof set>>>>,
]

// @ts-expect-error A column of another table.
query(country, { select: ['firstName'] })
// @ts-expect-error A condition on another table.
query(country, { filter: filter(contact).isNull('firstName') })
// @ts-expect-error A choice that the column does not have.
update(integrationLedger, id, { ledgerStatus: 'archived' })
// @ts-expect-error A column that only the platform writes.
createMultiple(country, [{ id, row: { createdOn: new Date(0) } }])
// @ts-expect-error A value of another kind.
filter(integrationLedger).eq('chainSequence', '1')
