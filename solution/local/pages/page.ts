import { createHash } from 'node:crypto'

import type { HostedSchema, HostedTable } from '../schema/index.js'
import { gridAddress } from './addresses.js'
import { Html, html } from './html.js'
import { navigationOf } from './navigation.js'
import { style } from './style.js'

export interface PageContent {
  readonly title: string
  readonly main: Html
  /** The table the page belongs to, to mark it in the navigation. */
  readonly table?: HostedTable
}

const styleHash = createHash('sha256').update(style).digest('base64')

/** Pages run no script and load nothing, so whatever a value holds, it is text. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A whole document around the content. */
export function page(schema: HostedSchema, { title, main, table }: PageContent): string {
  const groups = navigationOf(schema).map(
    ({ label, tables }) =>
      html`<h2>${label}</h2>
        <ul>
          ${tables.map((one) => navigationLink(one, one === table))}
        </ul>`,
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Data Integration</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <a href="/app/">Data Integration</a>
          <p>
            <a href="/tables/">All tables</a> of the local Dataverse, a development host on this
            machine, to be read only.
          </p>
        </header>
        <div class="columns">
          <nav class="areas" aria-label="Areas">${groups}</nav>
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </body>
    </html>`.markup
}

function navigationLink(table: HostedTable, current: boolean): Html {
  return html`<li>
    <a href="${gridAddress(table)}" ${current ? html`aria-current="page"` : ''}
      >${table.pluralLabel}</a
    >
  </li>`
}
