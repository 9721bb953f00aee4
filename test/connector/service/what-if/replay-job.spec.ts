import { update } from '../../../../connector/dataverse/index.js'
import { newRecordId } from '../../../../connector/engine/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import {
  account,
  contact,
  integrationCommitPolicy,
  integrationLedger,
} from '../../../../solution/tables/index.js'
import { addPolicy, addValueMap, rowsOf } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import { columns, field, ReplayScene, targetTable } from './replay-scene.js'
import { faultsOf, replays } from './replay-support.js'

describe('the replay of a job', () => {
  let scene: ReplayScene
  let stack: WorkerStack

  beforeEach(async () => {
    scene = await ReplayScene.start()
    ;({ stack } = scene)
  })

  afterEach(() => stack.close())

  const load = (...job: Parameters<ReplayScene['load']>) => scene.load(...job)
  const outcomes = (job: string) => scene.outcomes(job)

  async function expectIdentical(count: number, chunkItems = 20): Promise<void> {
    const found = await replays(stack, chunkItems)
    expect(faultsOf(found)).toEqual([])
    expect(found.map(({ identical }) => identical).reduce((a, b) => a + b, 0)).toBe(count)
  }

  it('decides creates, updates, unchanged, superseded and rejected items as they were', async () => {
    const first = [
      field('P-1', columns.lastName, 'Ada'),
      field('P-1', columns.jobTitle, 'Engineer', { occurredDateTime: '2026-11-21T07:00:00Z' }),
      field('P-2', columns.lastName, 'Grace'),
    ]
    await load('HR', first)
    const second = await load('HR', [
      field('P-1', columns.jobTitle, 'Admiral', { occurredDateTime: '2026-11-21T06:00:00Z' }),
      field('P-1', columns.jobTitle, 'Clerk', { occurredDateTime: '2026-11-21T07:30:00Z' }),
      field('P-1', columns.lastName, 'Ada'),
      field('P-2', columns.lastName, 'Hopper'),
      field('P-2', columns.lastName, 'Hopper'),
      field('P-2', columns.birthDate, 'yesterday'),
      field('P-2', { logicalName: 'nothing' }, 'x'),
      field('P-2', columns.jobTitle, 'x', { occurredDateTime: '2999-01-01T00:00:00Z' }),
      { ...field('P-2', columns.jobTitle, 'x'), targetTable: 'nothing' },
    ])
    await load('HR', first)

    expect(await outcomes(second)).toEqual([
      'superseded olderThanApplied',
      'applied committed',
      'unchanged equalsRecord',
      'applied committed',
      'unchanged equalsRecord',
      'rejected badValue',
      'rejected unknownColumn',
      'rejected occurredInFuture',
      'rejected unknownTable',
    ])
    await expectIdentical(15)
  })

  it('decides items alike that were held for any reason', async () => {
    const { client } = stack
    await addPolicy(client, targetTable, columns.jobTitle.logicalName, {
      authoritativeSources: 'HR;ERP',
    })
    await addPolicy(client, targetTable, columns.birthDate.logicalName, { commitMode: 'onCertify' })
    await addPolicy(client, targetTable, columns.department.logicalName, {
      codeList: 'Units',
      minimumConfidence: 0.5,
    })
    await addValueMap(
      client,
      { codeList: 'Units', sourceSystemKey: 'HR', sourceCode: 'IT' },
      'Technology',
    )
    await load('HR', [
      field('P-1', columns.lastName, 'Ada'),
      field('P-1', columns.jobTitle, 'Engineer'),
      field('P-1', columns.department, 'IT'),
    ])
    await load('CRM', [field('C-1', columns.lastName, 'Ada')])
    const items = [
      field('P-1', columns.jobTitle, 'Clerk'),
      field('P-1', columns.birthDate, '1815-12-10'),
      field('P-1', columns.birthDate, '1815-12-10'),
      field('P-1', columns.department, 'XX'),
      { ...field('A-9', { logicalName: 'name' }, 'Unknown'), targetTable: account.logicalName },
      {
        targetTable,
        externalKey: 'P-1',
        fieldName: columns.parentCustomer.logicalName,
        relatedTable: account.logicalName,
        relatedExternalKey: 'A-1',
      },
    ]
    const id = newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey: 'P-1' })
    await client.send(update(contact, id, { jobTitle: 'By hand' }))
    const erp = await load('ERP', [
      field('E-1', columns.jobTitle, 'Manager', { targetId: id }),
      field('E-1', columns.lastName, 'Lovelace', { targetId: id }),
    ])
    const crm = await load('CRM', [field('C-1', columns.jobTitle, 'Poet')])
    const changed = await load('HR', [field('P-1', columns.jobTitle, 'Engineer')])
    const held = await load('HR', items)
    const again = await load('HR', items)

    expect(await outcomes(erp)).toEqual(['held conflict', 'applied committed'])
    expect(await outcomes(crm)).toEqual(['held notAuthoritative'])
    expect(await outcomes(changed)).toEqual(['held changedOutside'])
    expect(await outcomes(held)).toEqual([
      'applied committed',
      'held awaitingCertification',
      'held alreadyHeld',
      'held unmappedCode',
      'held noRecord',
      'held noRelatedRecord',
    ])
    expect(await outcomes(again)).toEqual([
      'unchanged equalsRecord',
      'held alreadyHeld',
      'held alreadyHeld',
      'held unmappedCode',
      'held noRecord',
      'held noRelatedRecord',
    ])
    await expectIdentical(20)
  })

  it('decides records and relationships alike, whose parts have policies of their own', async () => {
    const { client } = stack
    await addPolicy(client, account.logicalName, null, { createMissingRecords: true })
    await addPolicy(client, targetTable, columns.jobTitle.logicalName, {
      commitMode: 'onCertify',
    })
    const person = (lastname: string, jobtitle: string | null): SubmittedItem => ({
      targetTable,
      externalKey: 'P-1',
      record: { lastname, firstname: 'Ada', jobtitle },
    })
    const link = (relatedExternalKey: string | null): SubmittedItem => ({
      targetTable,
      externalKey: 'P-1',
      fieldName: columns.parentCustomer.logicalName,
      relatedTable: account.logicalName,
      relatedExternalKey: relatedExternalKey,
    })
    const organisation: SubmittedItem = {
      targetTable: account.logicalName,
      externalKey: 'A-1',
      record: { name: 'Agency' },
    }
    const first = await load('HR', [person('Byron', null), link('A-1'), organisation])
    const second = await load('HR', [person('Byron', 'Poet'), link('A-1'), person('King', 'Poet')])
    const third = await load('HR', [person('King', null), link('')])

    expect(await outcomes(first)).toEqual(Array(3).fill('applied committed'))
    expect(await outcomes(second)).toEqual([
      'held awaitingCertification',
      'unchanged equalsRecord',
      'held alreadyHeld',
    ])
    expect((await outcomes(third))[1]).toBe('applied committed')
    await expectIdentical(8)
  })

  it('goes by the state before each chunk, also where a record is made further on', async () => {
    const { client } = stack
    await addPolicy(client, account.logicalName, null, { createMissingRecords: true })
    const filler = Array.from({ length: 22 }, (_, index) =>
      field('P-1', columns.lastName, `Name ${String(index)}`),
    )
    const link = (relatedExternalKey: string): SubmittedItem => ({
      targetTable,
      externalKey: 'P-1',
      fieldName: columns.parentCustomer.logicalName,
      relatedTable: account.logicalName,
      relatedExternalKey,
    })
    const organisation = (externalKey: string): SubmittedItem => ({
      targetTable: account.logicalName,
      externalKey,
      fieldName: 'name',
      newValue: externalKey,
    })
    const job = await load('HR', [
      link('A-1'),
      link('A-2'),
      ...filler,
      organisation('A-1'),
      link('A-1'),
      link('A-3'),
      organisation('A-3'),
      organisation('A-2'),
    ])

    expect((await outcomes(job)).filter((one) => one.startsWith('held'))).toEqual([
      'held noRelatedRecord',
      'held noRelatedRecord',
    ])
    await expectIdentical(29)
    await expectIdentical(29, 4_000)
  })

  it('undoes what stewards decided and jobs wrote since', async () => {
    const { client } = stack
    await addPolicy(client, targetTable, columns.jobTitle.logicalName, { commitMode: 'onCertify' })
    await load('HR', [field('P-1', columns.lastName, 'Ada')])
    await load('HR', [field('P-1', columns.jobTitle, 'Clerk')])
    await load('HR', [field('P-1', columns.jobTitle, 'Clerk')])
    await load('HR', [field('P-1', columns.lastName, 'Lovelace')])
    await load('CRM', [field('C-1', columns.lastName, 'Other')])
    const entries = await rowsOf(client, integrationLedger)
    const held = entries.find((row) => row['value'] === 'Clerk')
    const applied = entries.find((row) => row['value'] === 'Ada')
    stack.clock.now += 60_000
    const now = new Date(stack.clock.now)
    await client.send(
      update(integrationLedger, String(held?.['id']), {
        ledgerStatus: 'rejected',
        settledStatus: 'rejected',
        decidedStatus: 'rejected',
        supersededOn: now,
        decidedDateTime: now,
      }),
    )
    await client.send(
      update(integrationLedger, String(applied?.['id']), { ledgerStatus: 'revoked' }),
    )
    const after = await load('HR', [
      field('P-1', columns.jobTitle, 'Clerk'),
      field('P-1', columns.lastName, 'Ada'),
    ])

    expect(await outcomes(after)).toEqual(['rejected decidedBySteward', 'applied committed'])
    await expectIdentical(7)
  })

  it('goes by its own policies and maps, whatever they are now', async () => {
    const { client } = stack
    const policy = await addPolicy(client, targetTable, columns.jobTitle.logicalName, {
      commitMode: 'onCertify',
    })
    await load('HR', [
      field('P-1', columns.lastName, 'Ada'),
      field('P-1', columns.jobTitle, 'Poet'),
    ])
    await client.send(
      update(integrationCommitPolicy, policy, { commitMode: 'onIngest', name: 'New' }),
    )
    await load('HR', [field('P-1', columns.jobTitle, 'Clerk')])
    await expectIdentical(3)
  })
})
