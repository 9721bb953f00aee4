import { formattingOf } from './formatting.js'
import { fluentDesignOf } from './look.js'
import type { TableMetadataCache } from './table-metadata.js'
import type { MountOptions } from './types.js'
import { userSettingsOf } from './user-settings.js'
import { webApiOf } from './web-api.js'

type Context = ComponentFramework.Context<unknown>

export interface ContextParts {
  readonly options: MountOptions
  readonly parameters: Readonly<Record<string, unknown>>
  readonly updatedProperties: readonly string[]
  readonly size: { readonly width: number; readonly height: number }
  readonly tables: TableMetadataCache
  readonly requestRender: () => void
}

/** The whole `context` that a control gets in a model-driven app, as of now. */
export function contextOf(parts: ContextParts): Context {
  const { options, tables } = parts
  const { environment } = options
  const { webApi, user, look, navigation } = environment
  const context = {
    parameters: parts.parameters,
    updatedProperties: [...parts.updatedProperties],
    mode: modeOf(parts),
    webAPI: webApiOf(webApi, tables),
    formatting: formattingOf(user),
    userSettings: userSettingsOf(user),
    fluentDesignLanguage: fluentDesignOf(look),
    resources: {
      getString: (id) => options.control.strings.get(id) ?? id,
      getResource: (_id, _success, failure) => failure(),
    },
    navigation: {
      openForm: (form, parameters) => navigation.openForm(form, parameters),
      openUrl: (url) => navigation.openUrl(url),
      openAlertDialog: ({ text }) => navigation.alert(text),
      openErrorDialog: ({ message, errorCode }) =>
        navigation.alert(message ?? `Error ${errorCode ?? 'without a code'}`),
      openConfirmDialog: async (strings) => ({ confirmed: await navigation.confirm(strings) }),
      openFile: () => notHere('openFile'),
      openWebResource: (name) => navigation.openUrl(`/webresources/${name}`),
    },
    utils: utilityOf(options, tables),
    client: {
      disableScroll: false,
      getFormFactor: () => 1,
      getClient: () => 'Web',
      isOffline: () => false,
      isNetworkAvailable: () => navigator.onLine,
    },
    device: deviceOf(),
    factory: {
      requestRender: () => parts.requestRender(),
      getPopupService: () => {
        throw new Error('The host has no pop-up service.')
      },
    },
    events: {},
    copilot: {
      executeEvent: () => notHere('copilot.executeEvent'),
      executePrompt: () => notHere('copilot.executePrompt'),
    },
    page: { getClientUrl: () => clientUrlOf(webApi) },
  } satisfies Context & { readonly page: object }
  return context
}

/** The organization's address, at which the Web API stands, without a slash at its end. */
function clientUrlOf(webApi: string): string {
  return new URL(webApi, location.href).href.replace(/\/api\/data\/v[\d.]+\/$/, '')
}

/** `contextInfo` and `page` stand beside the public types; controls on real forms find them there. */
function modeOf({ options, size }: ContextParts): ComponentFramework.Mode {
  const { record, disabled, label } = options
  const mode = {
    allocatedWidth: size.width,
    allocatedHeight: size.height,
    isControlDisabled: disabled,
    isVisible: true,
    label,
    setControlState: () => true,
    setFullScreen: () => undefined,
    trackContainerResize: () => undefined,
    contextInfo: {
      entityTypeName: record?.table,
      entityId: record?.id,
      entityRecordName: record?.name,
    },
  }
  return mode
}

function utilityOf(
  { environment: { hasPrivilege = () => true, navigation } }: MountOptions,
  tables: TableMetadataCache,
): ComponentFramework.Utility {
  return {
    hasEntityPrivilege: (table, privilege) => hasPrivilege(table, privilege),
    lookupObjects: async (wanted) =>
      navigation.lookup ? [...(await navigation.lookup(wanted))] : notHere('lookupObjects'),
    getEntityMetadata: async (name) => {
      const table = await tables.read(name)
      const attribute = (column: string) => {
        const known = table.columns.get(column)
        return known && { ...known, LogicalName: column, DisplayName: known.label }
      }
      return {
        LogicalName: table.logicalName,
        DisplayName: table.label,
        DisplayCollectionName: table.pluralLabel,
        EntitySetName: table.entitySetName,
        PrimaryIdAttribute: table.primaryId,
        PrimaryNameAttribute: table.primaryName,
        Attributes: {
          get: attribute,
          getByName: attribute,
        },
      }
    },
  }
}

function deviceOf(): ComponentFramework.Device {
  return {
    captureAudio: () => notHere('captureAudio'),
    captureImage: () => notHere('captureImage'),
    captureVideo: () => notHere('captureVideo'),
    getBarcodeValue: () => notHere('getBarcodeValue'),
    getCurrentPosition: () => notHere('getCurrentPosition'),
    pickFile: () => notHere('pickFile'),
  }
}

function notHere(name: string): Promise<never> {
  return Promise.reject(new Error(`${name} is not available outside Dataverse.`))
}
