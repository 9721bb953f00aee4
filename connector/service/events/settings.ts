import type { Cloud } from '../cloud.js'
import type { SettingsReader } from '../settings-reader.js'
import { callbackRules } from './callback-rules.js'
import type { CallbackRules } from './callback-rules.js'

export interface EventSettings {
  /** What addresses are signed with; null on this machine: a random secret that ends with the process. */
  readonly signingSecret: string | null
  readonly callbackRules: CallbackRules
  /** Pause between two looks for events, in milliseconds. */
  readonly eventPollMs: number
}

interface Around {
  readonly authMode: string
  readonly cloud: Cloud
}

const shortestSecret = 32

/** What the environment says of events and signed addresses; faults go to the reader. */
export function readEventSettings(
  reader: SettingsReader,
  { authMode, cloud }: Around,
): EventSettings {
  const signingSecret =
    authMode === 'none'
      ? reader.text('SIGNING_SECRET')
      : reader.required('SIGNING_SECRET', `, because AUTH_MODE is ${authMode}`) || null
  if (signingSecret !== null && signingSecret.length < shortestSecret) {
    reader.fault(
      `SIGNING_SECRET has ${signingSecret.length} characters, expected ${shortestSecret} or more.`,
    )
  }
  const moreHosts = (reader.text('CALLBACK_HOSTS') ?? '')
    .split(/[,;\s]+/)
    .filter((host) => host !== '')
    .map((host) => host.toLowerCase().replace(/^\*\./, '.'))
  const wrong = moreHosts.filter((host) => !/^\.?([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(host))
  if (wrong.length > 0) {
    reader.fault(
      `CALLBACK_HOSTS has ${wrong.join(', ')}, expected host names such as flows.agency.gov or *.agency.gov.`,
    )
  }
  const allowLocal = reader.oneOf('ALLOW_LOCAL_CALLBACKS', ['true', 'false'], 'false') === 'true'
  if (allowLocal && authMode !== 'none') {
    reader.fault(
      `ALLOW_LOCAL_CALLBACKS is true, which is for trying things out with AUTH_MODE none only.`,
    )
  }
  return {
    signingSecret,
    callbackRules: callbackRules({ cloud, moreHosts, allowLocal }),
    eventPollMs: reader.integer('EVENT_POLL_MS', { default: 5_000, min: 50, max: 600_000 }),
  }
}
