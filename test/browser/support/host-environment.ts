import type { HostEnvironment, HostLook, HostNavigation } from '../../../controls/host/types.js'

/** What the page was asked for by controls, in order. */
export interface PageLog {
  readonly opened: ComponentFramework.NavigationApi.EntityFormOptions[]
}

/** A page with the local Web API for controls under test; whatever they ask of it is logged. */
export function hostEnvironment(
  over: {
    readonly theme?: HostLook['theme']
    readonly user?: Partial<HostEnvironment['user']>
    readonly hasPrivilege?: HostEnvironment['hasPrivilege']
  } = {},
): { readonly environment: HostEnvironment; readonly log: PageLog } {
  const log: PageLog = { opened: [] }
  const navigation: HostNavigation = {
    openForm: (options) => {
      log.opened.push(options)
      return Promise.resolve({ savedEntityReference: [] })
    },
    openUrl: () => undefined,
    alert: () => Promise.resolve(),
    confirm: () => Promise.resolve(true),
  }
  const environment: HostEnvironment = {
    webApi: `${location.origin}/api/data/v9.2/`,
    user: {
      id: '11111111-1111-4111-8111-111111111111',
      name: 'Ada Steward',
      languageId: 1033,
      isRightToLeft: false,
      timeZone: 'America/New_York',
      locale: 'en-US',
      ...over.user,
    },
    look: { theme: over.theme ?? 'light' },
    navigation,
    ...(over.hasPrivilege ? { hasPrivilege: over.hasPrivilege } : {}),
  }
  return { environment, log }
}
