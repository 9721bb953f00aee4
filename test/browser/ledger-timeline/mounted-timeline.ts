import { loadControl, mountControl } from '../../../controls/host/index.js'
import type { DataSetSource, MountOptions, MountedControl } from '../../../controls/host/types.js'
import { hostEnvironment } from '../support/host-environment.js'
import type { PageLog } from '../support/host-environment.js'
import { ledgerView } from './ledger-rows.js'
import { builtTimeline } from './view-props.js'

export interface MountedTimeline extends MountedControl {
  readonly container: HTMLElement
  readonly log: PageLog
}

const open: MountedTimeline[] = []

/** Mounts the built timeline on a country's form. */
export async function mountTimeline(
  countryId: string | undefined,
  over: Omit<Parameters<typeof hostEnvironment>[0] & object, never> & {
    readonly options?: Partial<MountOptions>
    readonly source?: Partial<DataSetSource>
  } = {},
): Promise<MountedTimeline> {
  const { environment, log } = hostEnvironment(over)
  const container = document.createElement('div')
  document.body.append(container)
  const mounted = await mountControl({
    control: await loadControl(builtTimeline, environment.user.languageId),
    environment,
    container,
    dataSets: { records: ledgerView(over.source) },
    bound: {},
    inputs: {},
    record: { table: 'govcdm_country', ...(countryId === undefined ? {} : { id: countryId }) },
    disabled: false,
    label: 'Provenance',
    ...over.options,
  })
  const timeline: MountedTimeline = { ...mounted, ...methodsOf(mounted), container, log }
  open.push(timeline)
  return timeline
}

/** Ends every timeline that a spec left on the page. */
export function unmountTimelines(): void {
  for (const timeline of open.splice(0)) {
    timeline.destroy()
    timeline.container.remove()
  }
}

/** They stand on an instance, whose private parts a copy would lose. */
function methodsOf({ destroy, refresh, resize, update }: MountedControl): MountedControl {
  return { destroy, refresh, resize, update }
}
