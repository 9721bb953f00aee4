import { isDeepStrictEqual } from 'node:util'

import fc from 'fast-check'

import { query, update } from '../../../../connector/dataverse/index.js'
import { immutableColumns } from '../../../../connector/engine/chain.js'
import { commitPolicyId } from '../../../../connector/engine/index.js'
import { verifyLedger } from '../../../../connector/service/proof/index.js'
import {
  contact,
  integrationCommitPolicy,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { noLease } from '../../../support/worker-stack.js'
import type { StackWorker } from '../../../support/worker-stack.js'
import type { Asked, ReferenceModel } from './reference-model.js'
import { people, targetTable } from './settle-stack.js'
import type { SettleStack } from './settle-stack.js'

type Entries = Awaited<ReturnType<SettleStack['entries']>>

/** The columns that histories are about; the first one's policy changes. */
export const governed = { title: 'jobTitle', department: 'department' } as const
type Governed = keyof typeof governed

const logicalName = (column: Governed): string => contact.columns[governed[column]].logicalName

/** A stack with one record and its worker, which may die. */
export class LivingStack {
  #worker: StackWorker
  #known: Entries = []

  constructor(readonly at: SettleStack) {
    this.#worker = this.#start()
  }

  #start(): StackWorker {
    return this.at.stack.startWorker({ leaseMs: noLease })
  }

  /** Acts, and waits until all of it is through; the worker dies `cutAfter` so many writes. */
  async through(act: () => Promise<void>, cutAfter: number | null): Promise<void> {
    const { proxy } = this.at.stack
    if (cutAfter !== null) proxy.cutAfter(cutAfter)
    await act()
    await this.at.stack.settled()
    await this.at.settle()
    if (cutAfter === null) return
    await this.#worker.stop()
    proxy.revive()
    this.#worker = this.#start()
    await this.at.stack.settled()
    await this.at.settle()
  }

  /** What must hold after every command, whatever it was. */
  async check(model: ReferenceModel): Promise<void> {
    const entries = await this.at.entries()
    const record = await this.at.contact()
    for (const column of Object.keys(governed) as Governed[]) {
      const name = logicalName(column)
      same(record[governed[column]], model.value(name), `the record's ${name}`)
      const heads = entries.filter(
        (row) => row.aspectKey === name && row.appliedOn !== null && row.supersededOn === null,
      )
      same(heads.length > 1, false, `more than one applied head of ${name}`)
    }
    for (const row of entries) same(row.settledStatus, row.ledgerStatus, `status of ${row.id}`)
    this.#appendedOnly(entries)
    model.looked(entries)
    await this.#countsAddUp()
  }

  /** The ledger's chains and decisions prove to be untouched. */
  async verifies(): Promise<void> {
    for await (const { firstFault } of verifyLedger(this.at.client, { checkpoint: null })) {
      same(firstFault, null, 'the first fault of the chain')
    }
  }

  #appendedOnly(entries: Entries): void {
    for (const [index, was] of this.#known.entries()) {
      const is = entries[index]
      const kept = ['id', 'name', 'chainKey', 'entryHash', ...immutableColumns] as const
      for (const column of kept) same(is?.[column], was[column], `${column} of ${was.id}`)
    }
    this.#known = entries
  }

  async #countsAddUp(): Promise<void> {
    const { rows } = await this.at.client.send(query(integrationSyncJob))
    for (const job of rows) {
      if (job.direction !== 'inbound') continue
      const { applied, held, unchanged, superseded, rejected, failed } = job
      const counted = [applied, held, unchanged, superseded, rejected, failed]
      const sum = counted.reduce<number>((total, count) => total + (count ?? 0), 0)
      same(sum, job.received, `the counts of job ${job.id}`)
      same(job.jobStatus.startsWith('completed'), true, `whether job ${job.id} is complete`)
    }
  }
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}.`)
}

type Command = fc.AsyncCommand<ReferenceModel, LivingStack>

/** A command by what it does; it checks the whole afterwards. */
function command(
  name: string,
  act: (model: ReferenceModel, living: LivingStack) => Promise<void>,
): Command {
  return {
    check: () => true,
    run: async (model, living) => {
      await act(model, living)
      await living.check(model)
    },
    toString: () => name,
  }
}

const column = fc.constantFrom<Governed>('title', 'title', 'title', 'department')
const value = fc.constantFrom('A', 'B', 'C', 'a', null)
const cut = fc.option(fc.nat(8), { freq: 4 })

const send = fc.record({ source: fc.constantFrom('HR', 'CRM'), column, value, cut }).map((sent) =>
  command(`send ${JSON.stringify(sent)}`, async (model, living) => {
    const before = await living.at.entries()
    const values = { [logicalName(sent.column)]: sent.value }
    await living.through(() => living.at.post(sent.source, values), sent.cut)
    model.received(before, await living.at.entries())
  }),
)

const decide = fc
  .record({
    back: fc.nat(5),
    asked: fc.constantFrom<Asked>(
      'certified',
      'certified',
      'revoked',
      'revoked',
      'rejected',
      'pending',
    ),
    who: fc.constantFrom<keyof typeof people>('ada', 'ben'),
    cut,
  })
  .map((decided) =>
    command(`decide ${JSON.stringify(decided)}`, async (model, living) => {
      const entries = await living.at.entries()
      const names = (Object.keys(governed) as Governed[]).map(logicalName)
      const candidates = entries.filter(({ aspectKey }) => names.includes(aspectKey))
      const entry = candidates.at(-1 - (decided.back % Math.max(1, candidates.length)))
      if (!entry || entry.settledStatus === decided.asked) return
      const who = people[decided.who]
      model.decided(entries, entry.id, decided.asked, who.id)
      const changes = { ledgerStatus: decided.asked }
      await living.through(() => living.at.change(entry.id, who, changes), decided.cut)
    }),
  )

const edit = fc.record({ column, value }).map((edited) =>
  command(`edit ${JSON.stringify(edited)}`, async (model, { at }) => {
    at.pass(1)
    const { id } = await at.contact()
    await at.client.send(update(contact, id, { [governed[edited.column]]: edited.value }))
    model.edited(logicalName(edited.column), edited.value)
  }),
)

const changePolicy = fc
  .record({
    commitMode: fc.constantFrom('onIngest' as const, 'onCertify' as const),
    certificationsRequired: fc.constantFrom(1, 1, 2),
    writeBack: fc.boolean(),
  })
  .map((changes) =>
    command(`policy ${JSON.stringify(changes)}`, async (model, { at }) => {
      const ids = (Object.keys(governed) as Governed[]).map((one) =>
        commitPolicyId(targetTable, logicalName(one)),
      )
      for (const id of ids) await at.client.send(update(integrationCommitPolicy, id, changes))
      model.certificationsRequired = changes.certificationsRequired
    }),
  )

/** Whatever can happen to one record. */
export const histories = fc.commands([send, send, decide, decide, edit, changePolicy], {
  maxCommands: 15,
  size: 'max',
})
