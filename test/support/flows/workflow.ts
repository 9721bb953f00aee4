/** A cloud flow's file as solutions carry it, as far as the runner plays it. */
export interface FlowFile {
  readonly schemaVersion: string
  readonly properties: {
    readonly connectionReferences: Readonly<Record<string, ConnectionUse>>
    readonly definition: Workflow
  }
}

export interface ConnectionUse {
  readonly runtimeSource: string
  readonly connection: { readonly connectionReferenceLogicalName: string }
  readonly api: { readonly name: string; readonly logicalName?: string }
}

export interface Workflow {
  readonly parameters: Readonly<
    Record<string, { readonly type: string; readonly defaultValue?: unknown }>
  >
  readonly triggers: Readonly<Record<string, Trigger>>
  readonly actions: Actions
}

export type Actions = Readonly<Record<string, Action>>

export interface Host {
  readonly connectionName: string
  readonly operationId: string
  readonly apiId: string
}

export interface Trigger {
  readonly type: 'Recurrence' | 'OpenApiConnection' | 'OpenApiConnectionWebhook'
  readonly inputs?: OperationInputs
  readonly recurrence?: object
  readonly splitOn?: string
}

export interface OperationInputs {
  readonly host: Host
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly retryPolicy?: object
}

export const statuses = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'] as const

export type Status = (typeof statuses)[number]

export interface Action {
  readonly type: string
  readonly runAfter?: Readonly<Record<string, readonly Status[]>>
  readonly inputs?: unknown
  /** Condition of If and Until. */
  readonly expression?: unknown
  /** What Foreach goes through. */
  readonly foreach?: unknown
  readonly limit?: { readonly count?: number; readonly timeout?: string }
  readonly actions?: Actions
  readonly else?: { readonly actions: Actions }
  readonly runtimeConfiguration?: {
    readonly paginationPolicy?: { readonly minimumItemCount: number }
  }
}

/** What became of an action, as run history shows it. */
export interface Outcome {
  readonly status: Status
  readonly inputs?: unknown
  readonly outputs?: unknown
  readonly error?: string
}
