/** A built control, loaded as the platform loads it. */
export interface LoadedControl {
  /** `Namespace.Constructor`, as the bundle registers it. */
  readonly name: string
  readonly manifest: ControlManifest
  /** A new instance of the control's class. */
  readonly create: () => ComponentFramework.ReactControl<unknown, unknown>
  /** Texts of its resx file by key, for the language asked for, else for the first one listed. */
  readonly strings: ReadonlyMap<string, string>
}

/** What the host reads of a built `ControlManifest.xml`. */
export interface ControlManifest {
  readonly properties: readonly ManifestProperty[]
  /** Names of its data sets. */
  readonly dataSets: readonly string[]
}

export interface ManifestProperty {
  readonly name: string
  /** `SingleLine.Text`, or the types of its group. */
  readonly types: readonly string[]
  readonly usage: 'bound' | 'input' | 'output'
  readonly required: boolean
  readonly defaultValue?: string
}

/** The page around the controls: one for all of them. */
export interface HostEnvironment {
  /** Root of the Web API, ending in `/`: `/api/data/v9.2/`. */
  readonly webApi: string
  readonly user: HostUser
  readonly look: HostLook
  readonly navigation: HostNavigation
  /** Whether the user may do this to rows of the table; absent: everything. */
  readonly hasPrivilege?: (
    table: string,
    privilege: ComponentFramework.PropertyHelper.Types.PrivilegeType,
  ) => boolean
}

export interface HostUser {
  readonly id: string
  readonly name: string
  /** LCID: 1033 English, 3082 Spanish ... */
  readonly languageId: number
  readonly isRightToLeft: boolean
  /** IANA name, `America/New_York`. */
  readonly timeZone: string
  /** BCP 47, for numbers and dates: `en-US`. */
  readonly locale: string
}

export interface HostLook {
  readonly theme: 'light' | 'dark' | 'highContrast'
}

/** What the page does when a control asks for it. */
export interface HostNavigation {
  readonly openForm: (
    options: ComponentFramework.NavigationApi.EntityFormOptions,
    parameters?: Readonly<Record<string, string>>,
  ) => Promise<ComponentFramework.NavigationApi.OpenFormSuccessResponse>
  readonly openUrl: (url: string) => void
  readonly alert: (text: string) => Promise<void>
  readonly confirm: (
    strings: ComponentFramework.NavigationApi.ConfirmDialogStrings,
  ) => Promise<boolean>
  /**
   * Lets the user choose rows of the tables asked for; nothing where they dismiss it. Absent: the page
   * has no such dialog, and controls that ask for it are refused.
   */
  readonly lookup?: (
    options: ComponentFramework.UtilityApi.LookupOptions,
  ) => Promise<readonly ComponentFramework.LookupValue[]>
}

/** The rows behind a data set: a view's, or a subgrid's. */
export interface DataSetSource {
  /** Logical name of the table. */
  readonly table: string
  readonly viewId: string
  readonly viewName: string
  /** The view's FetchXML. */
  readonly fetchXml: string
  /** Columns shown, in order; names as in the view's layout. */
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  /** In a subgrid of related rows: the lookup column that must hold the form's record. */
  readonly related?: { readonly column: string; readonly id: string }
  /** Rows of one page. */
  readonly pageSize: number
}

/** A bound column's value and what the form knows of it. */
export interface BoundColumn {
  readonly table: string
  readonly column: string
  /** As the platform hands it to controls: text, number, boolean, Date, LookupValue[] or null. */
  readonly value: unknown
  readonly error?: { readonly message: string }
  /** What column security lets the user do; absent: everything. */
  readonly security?: { readonly readable: boolean; readonly editable: boolean }
}

export interface MountOptions {
  readonly control: LoadedControl
  readonly environment: HostEnvironment
  readonly container: HTMLElement
  /** By the name of the manifest's data set. */
  readonly dataSets: Readonly<Record<string, DataSetSource>>
  /** Bound properties by name. */
  readonly bound: Readonly<Record<string, BoundColumn>>
  /** Input properties by name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The form's record; without id on a new one; absent outside forms. */
  readonly record?: { readonly table: string; readonly id?: string; readonly name?: string }
  readonly disabled: boolean
  readonly label: string
  /** Called with what the control put out, by property name. */
  readonly onOutput?: (outputs: Readonly<Record<string, unknown>>) => void
}

/** A control on a page. Changes come to it as the platform's `updateView` calls. */
export interface MountedControl {
  /** Takes over new values and shows them. */
  readonly update: (
    changes: Partial<
      Pick<
        MountOptions,
        'environment' | 'dataSets' | 'bound' | 'inputs' | 'record' | 'disabled' | 'label'
      >
    >,
  ) => void
  /** Loads the data sets anew, as the form does after a save. */
  readonly refresh: () => Promise<void>
  /** Pixels; -1: as high as the control wants. */
  readonly resize: (width: number, height: number) => void
  readonly destroy: () => void
}
