import type { Table } from '../../../model/index.js'
import type { CustomControl, Solution } from '../../../model/solution/index.js'
import { dataIntegration, dataIntegrationExample } from '../../../app/solutions/index.js'
import { signInHeaders } from '../../identity/sign-in.js'
import type { PageAnswer } from '../../pages/index.js'
import { clientSource } from './client.js'
import type { ClientSource } from './client.js'
import { controlSource } from './control-source.js'
import type { ControlSource } from './control-source.js'
import { appDefinition } from './definition.js'
import {
  appDocument,
  documentHeaders,
  failureDocument,
  waitingDocument,
  waitingScript,
} from './documents.js'
import { controlFile, hostedControls } from './hosted-controls.js'

/** A page or a file. */
export interface AppAnswer extends Omit<PageAnswer, 'body'> {
  readonly body: string | Uint8Array
}

/** The local model-driven app: answers a GET of `path`; null where it has nothing at that path. */
export interface LocalApp {
  readonly answer: (path: string) => Promise<AppAnswer | null>
  /** Starts making client and controls where they are missing; `tell` gets a sentence for people. */
  readonly prepare: (tell: (sentence: string) => void) => Promise<void>
  /** Ends what `prepare` has started. */
  readonly close: () => void
}

export interface LocalAppOptions {
  /** Every table that is hosted. */
  readonly tables: readonly Table[]
  /** Solutions besides those declared in this project. */
  readonly solutions: readonly Solution[]
  readonly client?: ClientSource
  /** This project's own controls. */
  readonly controls?: ControlSource
}

const fileHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Serves the app: `/app/` the page, `/app/client.js` its script, `/app/definition.json` the apps,
 * views and forms of the solutions, `/app/controls/<name>/` the files of their controls.
 */
export function createLocalApp(options: LocalAppOptions): LocalApp {
  const { client = clientSource(), controls = controlSource() } = options
  const current = currentSolutions(options, controls)
  const closing = new AbortController()
  const answers: Readonly<Record<string, () => AppAnswer | Promise<AppAnswer>>> = {
    '/': () => ({ status: 302, headers: { location: '/app/' }, body: '' }),
    '/app': () => ({ status: 308, headers: { location: '/app/' }, body: '' }),
    '/app/': () => document(client, controls),
    '/app/client.js': () => script(client),
    '/app/waiting.js': () => ({
      status: 200,
      headers: { ...fileHeaders, 'content-type': 'text/javascript', 'cache-control': 'no-cache' },
      body: waitingScript,
    }),
    '/app/definition.json': async () => ({
      status: 200,
      headers: { ...fileHeaders, 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: (await current()).definition(),
    }),
  }
  return {
    answer: async (path) => {
      const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
      if (answer) return answer()
      const file = path.startsWith('/app/controls/') ? (await current()).file(path) : undefined
      const headers = { ...fileHeaders, 'cache-control': 'no-cache' }
      return file
        ? { status: 200, headers: { ...headers, 'content-type': file.type }, body: file.content }
        : null
    },
    prepare: async (tell) => {
      void controls.prepare(tell, closing.signal)
      await client.current()
    },
    close: () => {
      closing.abort()
      client.close?.()
    },
  }
}

/** What is served of the solutions, made anew when the project's controls were built anew. */
function currentSolutions({ tables, solutions }: LocalAppOptions, controls: ControlSource) {
  let made: { readonly of: readonly CustomControl[]; readonly served: Served } | undefined
  return async (): Promise<Served> => {
    const own = await controls.current()
    if (made?.of !== own) {
      const all = [
        dataIntegration({ controls: own }),
        dataIntegrationExample({ controls: own }),
        ...solutions,
      ]
      made = { of: own, served: served(all, tables) }
    }
    return made.served
  }
}

interface Served {
  readonly definition: () => string
  readonly file: (path: string) => ReturnType<typeof controlFile>
}

function served(solutions: readonly Solution[], tables: readonly Table[]): Served {
  const hosted = hostedControls(solutions)
  let definition: string | undefined
  return {
    definition: () => (definition ??= JSON.stringify(appDefinition(solutions, tables))),
    file: (path) => controlFile(hosted, path),
  }
}

const signedInHeaders = { ...documentHeaders, ...signInHeaders() }

async function document(client: ClientSource, controls: ControlSource): Promise<AppAnswer> {
  const current = await client.current()
  const answer = (status: number, body: string) => ({ status, headers: signedInHeaders, body })
  if (current.state === 'ready' && controls.isBuilding()) return answer(200, waitingDocument())
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
async function script(client: ClientSource): Promise<AppAnswer> {
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
