import type { Table } from '../model/index.js'
import type { Solution } from '../model/solution/index.js'
import { localTables } from '../tables/index.js'
import { createLocalApp } from './app/server/index.js'
import { Faults } from './faults/index.js'
import { Callers } from './identity/callers.js'
import { seedIdentities } from './identity/seed.js'
import { AdvancingClock, Limiter, publishedLimits } from './limits/index.js'
import type { Limits } from './limits/index.js'
import { MetadataService } from './metadata/index.js'
import { createPages } from './pages/index.js'
import { createReader } from './query/index.js'
import { hostedSchema } from './schema/index.js'
import type { HostedSchema } from './schema/index.js'
import { LocalServer } from './server/local-server.js'
import { Operations } from './server/operations.js'
import { WebApi } from './server/web-api.js'
import { Counters, KnownRows, Transactions, claimFile, openDatabase } from './store/index.js'
import type { Release, Store } from './store/index.js'
import { withSolutions } from './solutions/index.js'
import { Trace } from './trace/index.js'
import { RowWriter, utcSeconds } from './write/index.js'

export interface LocalDataverseOptions {
  /** The SQLite file (made when missing), or `:memory:`. */
  readonly data: string
  /** The port on the loopback interface; 0 takes any free one. Default 0. */
  readonly port?: number
  /** What to host. Default: our tables, and those the example needs. */
  readonly tables?: readonly Table[]
  /** Solutions whose tables are hosted too. Default: none. */
  readonly solutions?: readonly Solution[]
  /** Default: the machine's clock. */
  readonly now?: () => Date
  /** Default: none. `true`: the published ones. */
  readonly limits?: boolean | Limits
  /** A file to which each request is appended as a line of JSON. */
  readonly traceFile?: string
}

export interface LocalDataverse {
  /** The root of the Web API, ending in `/`. */
  readonly url: string
  /** Scheme, host and port, without a slash. */
  readonly origin: string
  /** Sentences about what the solutions have and this host does not take. */
  readonly notes: readonly string[]
  readonly trace: Trace
  readonly faults: Faults
  /** The clock of the limits, which can be put forward. */
  readonly clock: AdvancingClock
  /**
   * Starts making the app's client and the controls where they are missing or old, before somebody
   * asks for them; `tell` gets sentences for people about it.
   */
  readonly prepareApp: (tell: (sentence: string) => void) => Promise<void>
  /** Ends all connections, then closes the store. */
  readonly close: () => Promise<void>
}

/**
 * Starts a Dataverse Web API over SQLite on the loopback interface. A development host only. Rejects
 * when the port is taken, another process uses the data file, or the solutions contradict each other
 * or the data.
 */
export async function startLocalDataverse(options: LocalDataverseOptions): Promise<LocalDataverse> {
  const { now = () => new Date(), tables = localTables } = options
  const hosted = withSolutions(tables, options.solutions ?? [])
  const schema = hostedSchema(hosted.tables, hosted.choices)
  const release = claimFile(options.data)
  const database = openOrRelease(options.data, schema, release)
  const counters = new Counters(database)
  const knownRows = new KnownRows()
  const transactions = new Transactions(database, counters, knownRows)
  const faults = new Faults()
  const writer = new RowWriter({
    schema,
    database,
    counters,
    knownRows,
    guard: faults.guardRow,
  })
  seedIdentities(schema, writer, transactions, utcSeconds(now().getTime()))

  const trace = new Trace(options.traceFile)
  const clock = new AdvancingClock(now)
  const operations = new Operations({
    schema,
    reader: createReader(schema, database, now),
    writer,
    transactions,
    callers: new Callers(database),
    metadata: new MetadataService(schema),
    now,
  })
  const limits = limitsOf(options.limits)
  const limiter = limits && new Limiter(limits, clock.milliseconds)
  const webApi = new WebApi({ operations, trace, faults, limiter, now })
  const app = createLocalApp({ tables: hosted.tables, solutions: options.solutions ?? [] })
  const pages = createPages(schema, database)
  const server = new LocalServer(webApi, { trace, faults, clock }, pages, app)
  const closeStore = () => {
    database.close()
    release()
  }
  const origin = await server.listen(options.port ?? 0).catch((error: unknown) => {
    closeStore()
    throw error
  })
  return {
    url: `${origin}/api/data/v9.2/`,
    origin,
    notes: hosted.notes,
    trace,
    faults,
    clock,
    prepareApp: app.prepare,
    close: async () => {
      app.close()
      await server.close()
      closeStore()
    },
  }
}

function openOrRelease(data: string, schema: HostedSchema, release: Release): Store {
  try {
    return openDatabase(data, schema)
  } catch (error) {
    release()
    throw error
  }
}

function limitsOf(limits: boolean | Limits | undefined): Limits | undefined {
  if (limits === true) return publishedLimits
  return limits === false ? undefined : limits
}
