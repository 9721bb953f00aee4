import { loadControl, mountControl } from '../../../controls/host/index.js'
import type { MountOptions, MountedControl } from '../../../controls/host/types.js'
import { hostEnvironment } from '../support/host-environment.js'
import type { PageLog } from '../support/host-environment.js'
import { builtBadge } from './view-page.js'

export interface MountedBadge extends MountedControl {
  readonly container: HTMLElement
  readonly log: PageLog
  /** What it put out, in order. */
  readonly put: readonly unknown[]
}

const open: MountedBadge[] = []

/** Mounts the built badge on a column of a contact's form. */
export async function mountBadge(
  contactId: string | undefined,
  column: string,
  value: unknown,
  over: Parameters<typeof hostEnvironment>[0] & { readonly options?: Partial<MountOptions> } = {},
): Promise<MountedBadge> {
  const { environment, log } = hostEnvironment(over)
  const container = document.createElement('div')
  document.body.append(container)
  const put: unknown[] = []
  const { destroy, refresh, resize, update } = await mountControl({
    control: await loadControl(builtBadge, environment.user.languageId),
    environment,
    container,
    dataSets: {},
    bound: { value: { table: 'contact', column, value } },
    inputs: {},
    record: { table: 'contact', ...(contactId === undefined ? {} : { id: contactId }) },
    disabled: false,
    label: column,
    onOutput: (outputs) => put.push(outputs.value),
    ...over.options,
  })
  const badge: MountedBadge = { destroy, refresh, resize, update, container, log, put }
  open.push(badge)
  return badge
}

/** Ends every badge that a spec left on the page. */
export function unmountBadges(): void {
  for (const badge of open.splice(0)) {
    badge.destroy()
    badge.container.remove()
  }
}
