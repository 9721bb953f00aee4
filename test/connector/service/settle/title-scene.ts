import { create } from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId } from '../../../../connector/engine/index.js'
import { contact, integrationIdentifier } from '../../../../solution/tables/index.js'
import { addPolicy } from '../../../support/worker-stack.js'
import type { StackWorker } from '../../../support/worker-stack.js'
import { SettleStack, targetTable } from './settle-stack.js'
import type { people } from './settle-stack.js'

const { jobTitle, lastName } = contact.columns
export const title = jobTitle.logicalName

type Decision = readonly [
  source: string,
  value: string,
  who: (typeof people)['ada'],
  ledgerStatus: 'certified' | 'rejected' | 'revoked',
]

/** A person that HR and CRM know, with a title of HR that waits for a steward. */
export class TitleScene {
  worker: StackWorker

  private constructor(readonly at: SettleStack) {
    this.worker = at.stack.startWorker()
  }

  static async start(): Promise<TitleScene> {
    const at = await SettleStack.start()
    await addPolicy(at.client, targetTable, null, { createMissingRecords: true })
    await addPolicy(at.client, targetTable, title, { commitMode: 'onCertify' })
    const scene = new TitleScene(at)
    await at.send('HR', { [lastName.logicalName]: 'Lovelace', [title]: 'Analyst' })
    const key = { sourceSystemKey: 'CRM', targetTable, externalKey: 'E-1' }
    const { id: targetId } = await at.contact()
    const row = { ...key, targetId, name: 'CRM E-1', keyHash: identifierHash(key) }
    await at.client.send(create(integrationIdentifier, identifierId(key), row))
    return scene
  }

  async titleNow(): Promise<string | null> {
    return (await this.at.contact()).jobTitle
  }

  /** A steward decides on the one entry of a source's value. */
  async ask(...[source, value, who, ledgerStatus]: Decision): Promise<void> {
    await this.at.change((await this.at.entry(source, value)).id, who, { ledgerStatus })
  }

  /** The same, and what became of the entry. */
  async decide(...decision: Decision) {
    await this.ask(...decision)
    await this.at.settle()
    const [source, value] = decision
    return this.at.entry(source, value)
  }
}
