import type { Table } from '../../../model/index.js'
import type { Solution } from '../../../model/solution/index.js'
import { dataIntegration, dataIntegrationExample } from '../../../app/solutions/index.js'
import type { PageAnswer } from '../../pages/index.js'
import { clientSource } from './client.js'
import type { ClientSource } from './client.js'
import { appDefinition } from './definition.js'
import { appDocument, documentHeaders, failureDocument, waitingDocument } from './documents.js'

/** The local model-driven app: answers a GET of `path`; null where it has nothing at that path. */
export interface LocalApp {
  readonly answer: (path: string) => Promise<PageAnswer | null>
  /** Starts making the client where it is missing. */
  readonly prepare: () => Promise<void>
}

export interface LocalAppOptions {
  /** Every table that is hosted. */
  readonly tables: readonly Table[]
  /** Solutions besides those declared in this project. */
  readonly solutions: readonly Solution[]
  readonly client?: ClientSource
}

const fileHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Serves the app: `/app/` the page, `/app/client.js` its script, `/app/definition.json` the apps,
 * views and forms of the solutions.
 */
export function createLocalApp(options: LocalAppOptions): LocalApp {
  const { tables, solutions, client = clientSource() } = options
  let definition: string | undefined
  const definitionText = () =>
    (definition ??= JSON.stringify(
      appDefinition(
        [dataIntegration({ controls: [] }), dataIntegrationExample(), ...solutions],
        tables,
      ),
    ))
  const answers: Readonly<Record<string, () => PageAnswer | Promise<PageAnswer>>> = {
    '/app': () => ({ status: 308, headers: { location: '/app/' }, body: '' }),
    '/app/': () => document(client),
    '/app/client.js': () => script(client),
    '/app/definition.json': () => ({
      status: 200,
      headers: { ...fileHeaders, 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: definitionText(),
    }),
  }
  return {
    answer: async (path) => {
      const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
      return answer ? answer() : null
    },
    prepare: async () => {
      await client.current()
    },
  }
}

async function document(client: ClientSource): Promise<PageAnswer> {
  const current = await client.current()
  const answer = (status: number, body: string) => ({ status, headers: documentHeaders, body })
  switch (current.state) {
    case 'ready':
      return answer(200, appDocument(current.stamp))
    case 'building':
      return answer(200, waitingDocument())
    case 'failed':
      return answer(500, failureDocument(current.message))
  }
}

/** The address names the sources, so that a browser may keep what it has of it. */
async function script(client: ClientSource): Promise<PageAnswer> {
  const current = await client.current()
  const headers = { ...fileHeaders, 'content-type': 'text/javascript; charset=utf-8' }
  if (current.state === 'ready') {
    return {
      status: 200,
      headers: { ...headers, 'cache-control': 'max-age=31536000' },
      body: current.script,
    }
  }
  return { status: 503, headers: { ...headers, 'retry-after': '2' }, body: '' }
}
