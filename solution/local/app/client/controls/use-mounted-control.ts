import * as React from 'react'

import { mountControl } from '../../../../../controls/host/mount-control.js'
import type {
  HostEnvironment,
  MountedControl,
  MountOptions,
} from '../../../../../controls/host/types.js'
import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import { failureOf } from '../loaded.js'
import type { Loaded } from '../loaded.js'
import { usePreferredLook } from '../look.js'
import { usePageControls } from './page-controls.js'
import { inputsOf } from './sources.js'

/** What a control is shown with; a change of it is an update of the control. */
export type ControlData = Pick<
  MountOptions,
  'dataSets' | 'bound' | 'record' | 'disabled' | 'label' | 'onOutput'
>

interface ShownControl {
  readonly mounted: MountedControl
  readonly environment: HostEnvironment
}

export interface Mounting {
  readonly loaded: Loaded<ShownControl>
  /** The element that the control draws in. */
  readonly container: React.RefObject<HTMLDivElement>
  readonly retry: () => void
}

/** Runs the bound control in an element of the page for as long as that is there. */
export function useMountedControl(binding: ControlBinding, data: ControlData): Mounting {
  const page = usePageControls()
  const container = React.useRef<HTMLDivElement>(null)
  const [turn, setTurn] = React.useState(0)
  const [loaded, setLoaded] = React.useState<Loaded<ShownControl>>({ state: 'loading' })
  const latest = React.useRef(data)
  latest.current = data
  const bindingKey = JSON.stringify(binding)

  React.useEffect(() => {
    const leaving = new AbortController()
    const isLeft = () => leaving.signal.aborted
    const bound = JSON.parse(bindingKey) as ControlBinding
    const mount = async (): Promise<void> => {
      const [control, environment] = await Promise.all([
        page.load(bound.control),
        page.environment(),
      ])
      if (isLeft() || !container.current) return
      const mounted = await mountControl({
        ...latest.current,
        control,
        environment,
        container: container.current,
        inputs: inputsOf(bound),
        onOutput: (outputs) => latest.current.onOutput?.(outputs),
      })
      if (isLeft()) mounted.destroy()
      else {
        leaving.signal.addEventListener('abort', mounted.destroy)
        setLoaded({ state: 'ready', value: { mounted, environment } })
      }
    }
    setLoaded({ state: 'loading' })
    mount().catch((error: unknown) => {
      if (!isLeft()) setLoaded(failureOf(error))
    })
    return () => leaving.abort()
  }, [page, bindingKey, turn])

  const shown = loaded.state === 'ready' ? loaded.value : undefined
  useUpdates(shown?.mounted, data)
  useLook(shown)
  useWidth(shown?.mounted, container)
  return { loaded, container, retry: () => setTurn((before) => before + 1) }
}

/** Hands on what has changed since the control was mounted or last updated. */
function useUpdates(control: MountedControl | undefined, data: ControlData): void {
  const { dataSets, bound, record, disabled, label } = data
  const key = JSON.stringify({ dataSets, bound, record, disabled, label })
  const latest = React.useRef(data)
  latest.current = data
  React.useEffect(() => {
    const { record: of, ...changes } = latest.current
    control?.update({ ...changes, ...(of ? { record: of } : {}) })
  }, [control, key])
}

/** A control follows the page from light to dark. */
function useLook(shown: ShownControl | undefined): void {
  const theme = usePreferredLook()
  React.useEffect(() => {
    shown?.mounted.update({ environment: { ...shown.environment, look: { theme } } })
  }, [shown, theme])
}

/** A control is told how wide it may be whenever that changes. */
function useWidth(
  control: MountedControl | undefined,
  container: React.RefObject<HTMLElement>,
): void {
  React.useEffect(() => {
    const element = container.current
    if (!control || !element) return undefined
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      control.resize(width, -1)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [control, container])
}
