import * as React from 'react'

import { useApp } from '../app-context.js'
import type { RecordReference } from '../lookup/reference.js'
import { quickCreateFormOf } from '../record/forms.js'
import { QuickCreatePanel } from './QuickCreatePanel.js'

/** What a quick form is opened for. */
export interface QuickCreateRequest {
  /** Logical name. */
  readonly table: string
  /** What the primary name begins as. */
  readonly name?: string
  /** Lookups that are filled in, by column. */
  readonly related?: Readonly<Record<string, RecordReference>>
  /** Whether several records may be made one after another (default: no). */
  readonly several?: boolean
}

export interface QuickCreate {
  /** Whether the table has a quick form. */
  readonly canOpen: (table: string) => boolean
  /** Opens the table's quick form; resolves to the record made last, once it is closed. */
  readonly open: (request: QuickCreateRequest) => Promise<RecordReference | undefined>
}

const QuickCreateContext = React.createContext<QuickCreate>({
  canOpen: () => false,
  open: () => Promise.resolve(undefined),
})
export const useQuickCreate = (): QuickCreate => React.useContext(QuickCreateContext)

interface Opened {
  readonly key: number
  readonly request: QuickCreateRequest
  readonly close: (made: RecordReference | undefined) => void
}

/** Shows quick forms in panes, one upon the other where a lookup in one opens another. */
export function QuickCreateProvider({
  children,
}: {
  readonly children: React.ReactNode
}): React.ReactElement {
  const { definition } = useApp()
  const [opened, setOpened] = React.useState<readonly Opened[]>([])
  const next = React.useRef(0)
  const quickCreate = React.useMemo((): QuickCreate => {
    const formOf = (name: string) => {
      const table = definition.tables[name]
      return table && quickCreateFormOf(table)
    }
    return {
      canOpen: (table) => formOf(table) !== undefined,
      open: (request) =>
        new Promise((resolve) => {
          const key = ++next.current
          const close = (made: RecordReference | undefined) => {
            setOpened((before) => before.filter((one) => one.key !== key))
            resolve(made)
          }
          setOpened((before) => [...before, { key, request, close }])
        }),
    }
  }, [definition])
  return (
    <QuickCreateContext.Provider value={quickCreate}>
      {children}
      {opened.map(({ key, request, close }) => {
        const table = definition.tables[request.table]
        const form = table && quickCreateFormOf(table)
        return (
          form && (
            <QuickCreatePanel
              key={key}
              scope={`create${String(key)}`}
              table={table}
              form={form}
              request={request}
              onClose={close}
            />
          )
        )
      })}
    </QuickCreateContext.Provider>
  )
}
