import { html } from '../../pages/html.js'
import type { Html } from '../../pages/html.js'

/** Scripts and data only from this host; styles are made by the client's library while it runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const documentHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** The page that runs the client. */
export const appDocument = (stamp: string): string =>
  documentOf(
    html`<script src="/app/client.js?v=${stamp}" defer></script>`,
    html`<div id="app"></div>
      <noscript
        ><p>This app needs scripts. <a href="/tables/">Pages without scripts</a></p></noscript
      >`,
  )

/** Asks for the page again. Without a script the place behind the `#` would be in the way of that. */
export const waitingScript = 'setTimeout(() => location.reload(), 2_000)\n'

/** Asks for the app again by itself until it is there. */
export const waitingDocument = (): string =>
  documentOf(
    html`<script src="/app/waiting.js"></script>
      <noscript><meta http-equiv="refresh" content="2" /></noscript>`,
    html`<main>
      <h1>Preparing the app</h1>
      <p role="status">It is built once, which takes about a minute. This page then opens it.</p>
      <p><a href="/tables/">Read-only pages</a> are there already.</p>
    </main>`,
  )

export const failureDocument = (message: string): string =>
  documentOf(
    html``,
    html`<main>
      <h1>The app could not be built</h1>
      <pre>${message}</pre>
      <p><a href="/app/">Try again</a> or use the <a href="/tables/">read-only pages</a>.</p>
    </main>`,
  )

function documentOf(head: Html, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>Data Integration</title>
        <style>
          body {
            margin: 0;
            font-family: 'Segoe UI', system-ui, sans-serif;
          }
          body > main {
            margin: 2rem;
          }
        </style>
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup
}
