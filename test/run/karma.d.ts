/** The part of karma that the browser suite uses; karma brings no types. */
declare module 'karma' {
  export interface TestResults {
    readonly success: number
    readonly failed: number
    readonly skipped: number
    readonly error: boolean
    readonly disconnected: boolean
    readonly exitCode: number
  }

  /** What became of one spec. */
  export interface SpecResult {
    /** The names of the suites that it is in, outermost first. */
    readonly suite: readonly string[]
    readonly description: string
    readonly success: boolean
    /** Why it failed, with stacks. */
    readonly log: readonly string[]
  }

  export interface Config {
    readonly [option: string]: unknown
  }

  export interface Server {
    on(event: 'run_complete', listener: (browsers: unknown, results: TestResults) => void): void
    on(event: 'spec_complete', listener: (browser: unknown, result: SpecResult) => void): void
    start(): Promise<void>
  }

  interface Karma {
    readonly Server: new (config: Config, done: (exitCode: number) => void) => Server
    readonly config: {
      parseConfig(
        file: null,
        options: Readonly<Record<string, unknown>>,
        parsing: { readonly promiseConfig: true; readonly throwErrors: true },
      ): Promise<Config>
    }
  }

  const karma: Karma
  export default karma
}
