import * as fluent from '@fluentui/react'
import * as React from 'react'

import { readManifest } from './manifest.js'
import type { ReadManifest } from './manifest.js'
import type { LoadedControl } from './types.js'

type ControlClass = new () => ComponentFramework.ReactControl<unknown, unknown>

/** What production bundles expect of the page: the platform's libraries and its registry. */
interface PlatformWindow {
  Reactv16?: typeof React
  FluentUIReactv81211?: typeof fluent
  ComponentFramework?: { registerControl: (name: string, control: ControlClass) => void }
}

const registered = new Map<string, ControlClass>()
/** Scripts on their way, by the name of their control: a page with two of a kind runs it once. */
const running = new Map<string, Promise<void>>()

function providePlatform(): void {
  const page = window as unknown as PlatformWindow
  page.Reactv16 ??= React
  page.FluentUIReactv81211 ??= fluent
  page.ComponentFramework ??= {
    registerControl: (name, control) => void registered.set(name, control),
  }
}

/**
 * Loads a production build from the folder it is served in, as the platform does: its script runs in
 * the page and registers the class. Rejects where a file is missing or the class does not register.
 */
export async function loadControl(folderUrl: string, languageId: number): Promise<LoadedControl> {
  providePlatform()
  const folder = folderUrl.endsWith('/') ? folderUrl : `${folderUrl}/`
  const manifest = readManifest(
    await textOf(`${folder}ControlManifest.xml`),
    `${folder}ControlManifest.xml`,
  )
  if (!registered.has(manifest.name)) await runOnce(manifest.name, folder + manifest.bundle)
  const control = registered.get(manifest.name)
  if (!control) throw new Error(`${folder}${manifest.bundle} registers no ${manifest.name}.`)
  return {
    name: manifest.name,
    manifest,
    strings: await readStrings(folder, manifest, languageId),
    create: () => new control(),
  }
}

/** After a failure the next load tries again. */
function runOnce(name: string, url: string): Promise<void> {
  const script = running.get(name) ?? runScript(url).finally(() => running.delete(name))
  running.set(name, script)
  return script
}

function runScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${url} could not be loaded.`))
    document.head.append(script)
  })
}

async function readStrings(
  folder: string,
  { texts }: ReadManifest,
  languageId: number,
): Promise<ReadonlyMap<string, string>> {
  const path = texts.find((name) => name.endsWith(`.${languageId}.resx`)) ?? texts[0]
  if (path === undefined) return new Map()
  const resx = new DOMParser().parseFromString(await textOf(folder + path), 'text/xml')
  return new Map(
    [...resx.querySelectorAll('root > data')].map((data) => [
      data.getAttribute('name') ?? '',
      data.querySelector('value')?.textContent ?? '',
    ]),
  )
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`)
  return response.text()
}
