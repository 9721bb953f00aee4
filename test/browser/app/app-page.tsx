import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import * as React from 'react'

import { App } from '../../../solution/local/app/client/App.js'
import type { AppDefinition } from '../../../solution/local/app/shape.js'
import { animationsEnded } from '../support/animations.js'
import { webApiUrl } from '../web-api-page.js'

// Several requests stand behind what is waited for.
configure({ asyncUtilTimeout: 30_000, getElementError: (message) => new Error(message ?? '') })

export const webApi = `${webApiUrl}/`
export const definitionUrl = '/app/definition.json'

/** Shows the app at an address behind the `#`. */
export function showApp(hash = '', props: React.ComponentProps<typeof App> = {}): void {
  location.hash = hash
  render(<App webApi={webApi} definitionUrl={definitionUrl} {...props} />)
}

export async function hideApp(): Promise<void> {
  cleanup()
  location.hash = ''
  // The change of the address is told after this turn.
  await new Promise((resolve) => setTimeout(resolve))
}

export async function readDefinition(): Promise<AppDefinition> {
  return (await (await fetch(definitionUrl)).json()) as AppDefinition
}

/** The ids of the rules that the page breaks. */
export async function brokenRules(): Promise<readonly string[]> {
  await animationsEnded()
  const { violations } = await axe.run(document.body, {
    // The page around the specs has no title and language of ours.
    rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The texts of one column of the table on the page. */
export function cellsOf(column: number): readonly string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelectorAll('td')[column]?.textContent ?? '')
}

export async function create(set: string, row: object): Promise<string> {
  const response = await fetch(webApi + set, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(row),
  })
  if (!response.ok) throw new Error(await response.text())
  return /\(([^)]+)\)$/.exec(response.headers.get('OData-EntityId') ?? '')?.[1] ?? ''
}

/** Resolves once this is so; rejects when it takes too long. */
export async function until(isSo: () => boolean | undefined): Promise<void> {
  await waitFor(() => {
    if (isSo() !== true) throw new Error(`It is not so yet: ${isSo.toString()}`)
  })
}
