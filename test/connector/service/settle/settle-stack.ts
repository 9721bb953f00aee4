import { setTimeout as pause } from 'node:timers/promises'

import { filter, query, update } from '../../../../connector/dataverse/index.js'
import type { DataverseClient, RowChanges } from '../../../../connector/dataverse/index.js'
import { newRecordId } from '../../../../connector/engine/index.js'
import { stewards } from '../../../../solution/local/identity/well-known.js'
import { contact, integrationLedger } from '../../../../solution/tables/index.js'
import { postJob, startOfTime, startWorkerStack } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

type LedgerChanges = RowChanges<typeof integrationLedger>

const [ada, ben] = stewards

/** Two people who decide. */
export const people = { ada, ben } as { readonly [Name in 'ada' | 'ben']: (typeof stewards)[0] }

export const targetTable = contact.logicalName

/** A local Web API with workers, as stewards and source systems meet it. */
export class SettleStack {
  #submissions = 0

  private constructor(readonly stack: WorkerStack) {}

  static async start(): Promise<SettleStack> {
    return new SettleStack(await startWorkerStack())
  }

  get client(): DataverseClient {
    return this.stack.client
  }

  /** Moves all clocks. */
  pass(seconds: number): void {
    this.stack.clock.now += seconds * 1_000
  }

  /** A source sends values for one record; resolves when the job is through. */
  async send(...job: Parameters<SettleStack['post']>): Promise<void> {
    await this.post(...job)
    await this.stack.settled()
  }

  /** A source sends values for one record. */
  async post(
    sourceSystemKey: string,
    values: Readonly<Record<string, string | null>>,
    externalKey = 'E-1',
  ): Promise<void> {
    this.#submissions += 1
    this.pass(1)
    await postJob(this.client, {
      sourceSystemKey,
      submissionKey: `submission-${this.#submissions}`,
      at: (this.stack.clock.now - startOfTime) / 1_000,
      items: Object.entries(values).map(([fieldName, newValue]) => ({
        ...{ targetTable, externalKey, fieldName, newValue },
      })),
    })
  }

  async entries() {
    const { rows } = await this.client.send(
      query(integrationLedger, { orderBy: ['chainSequence asc', 'id asc'] }),
    )
    return rows
  }

  /** The one entry of a source's value. */
  async entry(sourceSystemKey: string, value: string | null) {
    const found = (await this.entries()).filter(
      (row) => row.sourceSystemKey === sourceSystemKey && row.value === value,
    )
    const [only] = found
    if (!only || found.length > 1) {
      throw new Error(`${String(found.length)} entries of ${sourceSystemKey} with ${String(value)}`)
    }
    return only
  }

  /** A steward changes an entry, as in a form: whatever the columns. */
  async change(id: string, who: (typeof stewards)[0], changes: LedgerChanges): Promise<void> {
    this.pass(1)
    const { entraObjectId: callerObjectId } = who
    await this.client.send(update(integrationLedger, id, changes), { callerObjectId })
  }

  /** Waits until every decision is settled, or the proxy is dead. */
  async settle(): Promise<void> {
    const ledger = filter(integrationLedger)
    for (;;) {
      if (this.stack.proxy.isDead()) return
      const { rows } = await this.client.send(
        query(integrationLedger, {
          select: ['name'],
          filter: ledger.differs('ledgerStatus', 'settledStatus'),
          top: 1,
        }),
      )
      if (rows.length === 0) return
      await pause(5)
    }
  }

  async contact(sourceSystemKey = 'HR', externalKey = 'E-1') {
    const id = newRecordId({ sourceSystemKey, targetTable, externalKey })
    const { rows } = await this.client.send(
      query(contact, { filter: filter(contact).in('id', [id]) }),
    )
    const [row] = rows
    if (!row) throw new Error(`No contact ${externalKey} of ${sourceSystemKey}`)
    return row
  }

  close(): Promise<void> {
    return this.stack.close()
  }
}
