import { query, update } from '../../../../connector/dataverse/index.js'
import type { RowChanges } from '../../../../connector/dataverse/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { account, contact } from '../../../../solution/tables/index.js'
import { addPolicy, postJob, startOfTime } from '../../../support/worker-stack.js'
import { people, SettleStack, targetTable } from './settle-stack.js'

const { ada, ben } = people
const { columns } = contact

type Content = Omit<SubmittedItem, 'targetTable' | 'externalKey'>

const field = (column: { readonly logicalName: string }, newValue: string | null): Content => ({
  fieldName: column.logicalName,
  newValue,
})

interface Case {
  readonly title: string
  /** What a person typed before. */
  readonly typed: RowChanges<typeof contact>
  readonly content: Content
}

const cases: readonly Case[] = [
  {
    title: 'text with spaces, quotes, accents and emoji',
    typed: { jobTitle: ' "Gräfin" \\ d’été 👩‍💻 ' },
    content: field(columns.jobTitle, 'Analyst'),
  },
  { title: 'an empty column', typed: {}, content: field(columns.jobTitle, 'Analyst') },
  {
    title: 'text that the value empties',
    typed: { jobTitle: 'Countess' },
    content: field(columns.jobTitle, null),
  },
  {
    title: 'long text of several lines',
    typed: { description: 'Line "one"\n\tline two \\\n'.repeat(80).slice(0, 1_999) },
    content: field(columns.description, 'Short'),
  },
  {
    title: 'a whole number',
    typed: { numberOfChildren: 0 },
    content: field(columns.numberOfChildren, '3'),
  },
  { title: 'a choice', typed: { genderCode: 'female' }, content: field(columns.genderCode, '1') },
  {
    title: 'a day',
    typed: { birthDate: '1815-12-10' },
    content: field(columns.birthDate, '1816-01-01'),
  },
  {
    title: 'several columns of a whole record',
    typed: { firstName: 'Augusta Ada', department: 'Engines' },
    content: {
      record: {
        [columns.firstName.logicalName]: 'Ada',
        [columns.department.logicalName]: null,
        [columns.middleName.logicalName]: 'King',
      },
    },
  },
  {
    title: 'a relationship',
    typed: {},
    content: {
      fieldName: columns.parentCustomer.logicalName,
      relatedTable: account.logicalName,
      relatedExternalKey: 'O-1',
    },
  },
]

describe('what a steward certifies and revokes again', () => {
  let at: SettleStack

  beforeEach(async () => {
    at = await SettleStack.start()
    await addPolicy(at.client, account.logicalName, null, { createMissingRecords: true })
    const isCreated = { createMissingRecords: true }
    await addPolicy(at.client, targetTable, columns.lastName.logicalName, isCreated)
    await addPolicy(at.client, targetTable, null, { ...isCreated, commitMode: 'onCertify' })
    at.stack.startWorker()
    await at.send('HR', { [columns.lastName.logicalName]: 'Lovelace' })
    await post('organisation', {
      targetTable: account.logicalName,
      externalKey: 'O-1',
      fieldName: account.columns.name.logicalName,
      newValue: 'Navy',
    })
    for (const row of await at.entries()) {
      if (row.targetTable !== account.logicalName || row.settledStatus === 'certified') continue
      await at.change(row.id, ada, { ledgerStatus: 'certified' })
    }
    await at.settle()
  })

  afterEach(() => at.close())

  async function post(submissionKey: string, item: SubmittedItem): Promise<void> {
    at.pass(1)
    const seconds = (at.stack.clock.now - startOfTime) / 1_000
    await postJob(at.client, {
      ...{ sourceSystemKey: 'HR', submissionKey, items: [item], at: seconds },
    })
    await at.stack.settled()
  }

  /** The record but for what tells of its writing. */
  async function stored() {
    const { rows } = await at.client.send(query(contact))
    return rows.map(({ etag: _, ...row }) => row)
  }

  for (const { title, typed, content } of cases) {
    it(`leaves ${title} as it was, to the last character`, async () => {
      const { id } = await at.contact()
      if (Object.keys(typed).length > 0) await at.client.send(update(contact, id, typed))
      const before = await stored()
      await post('value', { targetTable, externalKey: 'E-1', ...content })
      expect(await stored()).toEqual(before)

      const held = (await at.entries()).find((row) => row.targetId === id && !row.appliedOn)
      if (!held) throw new Error('No value waits.')
      await at.change(held.id, ada, { ledgerStatus: 'certified' })
      await at.settle()
      expect(await stored()).not.toEqual(before)
      await at.change(held.id, ben, { ledgerStatus: 'revoked' })
      await at.settle()

      expect(await stored()).toEqual(before)
      const entry = (await at.entries()).find((row) => row.id === held.id)
      expect(entry?.settledStatus).toBe('revoked')
      expect(entry?.reason).not.toContain('was changed since')
    })
  }
})
