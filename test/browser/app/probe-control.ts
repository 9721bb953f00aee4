import * as React from 'react'

import { loadControl } from '../../../controls/host/load-control.js'
import type { AppDefinition } from '../../../solution/local/app/shape.js'

interface Properties {
  readonly value?: { readonly raw: unknown; readonly error: boolean }
  readonly rows?: { readonly sortedRecordIds: readonly string[]; readonly loading: boolean }
}
type Context = ComponentFramework.Context<Properties>

/** What the probe went through, in order. */
export const probeLog: string[] = []

export const probeName = 'x_Spec.Probe'
const registeredName = 'Spec.Probe'
const folder = '/app/controls/x_Spec.Probe/'

const manifest = `<manifest><control namespace="Spec" constructor="Probe" control-type="virtual">
  <data-set name="rows" />
  <property name="value" of-type="SingleLine.Text" usage="bound" required="false" />
  <resources><code path="bundle.js" order="1" /></resources></control></manifest>`

/** A control that shows its value or rows and puts out what is typed. */
class Probe implements ComponentFramework.ReactControl<Properties, object> {
  #typed: string | undefined
  #notify: () => void = () => undefined

  init(_context: Context, notify: () => void): void {
    probeLog.push('init')
    this.#notify = notify
  }

  updateView({ parameters: { value, rows }, mode }: Context): React.ReactElement {
    const record = mode as { readonly contextInfo?: { readonly entityId?: string } }
    if (rows && !rows.loading) probeLog.push(`rows ${rows.sortedRecordIds.length}`)
    return React.createElement(
      'div',
      { 'data-record': record.contextInfo?.entityId },
      React.createElement('input', {
        'aria-label': `Probe of ${mode.label}`,
        value: typeof value?.raw === 'string' ? value.raw : '',
        readOnly: mode.isControlDisabled,
        'aria-invalid': value?.error,
        onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
          this.#typed = event.target.value
          this.#notify()
        },
      }),
      (rows?.sortedRecordIds ?? []).map((id) => React.createElement('p', { key: id }, id)),
    )
  }

  getOutputs(): object {
    return { value: this.#typed }
  }

  destroy(): void {
    probeLog.push('destroy')
  }
}

const realFetch = window.fetch.bind(window)

/** Answers requests for the probe's manifest; `failures` of them in vain first. */
export async function provideProbe(failures = 0): Promise<void> {
  probeLog.length = 0
  let left = failures
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith(folder)) return realFetch(input, init)
    const isLost = left-- > 0
    return Promise.resolve(
      isLost ? new Response('', { status: 404, statusText: 'Lost' }) : new Response(manifest),
    )
  }
  // The page gets the platform's registry with the first control, whether that is there or not.
  await loadControl('/no-control-here', 1033).catch(() => undefined)
  const page = window as unknown as {
    readonly ComponentFramework: { registerControl: (name: string, control: unknown) => void }
  }
  page.ComponentFramework.registerControl(registeredName, Probe)
}

export function removeProbe(): void {
  window.fetch = realFetch
}

/** The address of a definition in which the probe is hosted. */
export function withProbe(definition: AppDefinition): string {
  const shown = { ...definition, controls: { ...definition.controls, [probeName]: { folder } } }
  return `data:application/json,${encodeURIComponent(JSON.stringify(shown))}`
}
