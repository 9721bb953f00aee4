type Environment = Readonly<Record<string, string | undefined>>

interface IntegerRange {
  readonly default: number
  readonly min: number
  readonly max: number
}

/** Reads environment variables one by one and collects what is wrong with them. Empty is unset. */
export class SettingsReader {
  readonly #env: Environment
  readonly #faults: string[] = []

  constructor(env: Environment) {
    this.#env = env
  }

  get faults(): readonly string[] {
    return this.#faults
  }

  fault(message: string): void {
    this.#faults.push(message)
  }

  text(name: string): string | null {
    const value = this.#env[name]?.trim()
    return value === undefined || value === '' ? null : value
  }

  /** `why` goes on after the variable's name, for example `, because A is B`. */
  required(name: string, why: string): string {
    const value = this.text(name)
    if (value === null) this.fault(`${name} is not set. It is needed${why}.`)
    return value ?? ''
  }

  integer(name: string, range: IntegerRange): number {
    const text = this.text(name)
    if (text === null) return range.default
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value
    this.fault(`${name} is ${text}, expected a whole number from ${range.min} to ${range.max}.`)
    return range.default
  }

  oneOf<const Choice extends string>(
    name: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ): Choice {
    const text = this.text(name)
    if (text === null) return otherwise
    const found = choices.find((choice) => choice === text.toLowerCase())
    if (found === undefined) this.fault(`${name} is ${text}, expected ${choices.join(' or ')}.`)
    return found ?? otherwise
  }

  /** An http or https address without a trailing slash. */
  url(name: string): string | null {
    const text = this.text(name)
    if (text === null) return null
    const url = URL.canParse(text) ? new URL(text) : null
    const isPlain =
      url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
    if (!isPlain || url.username !== '' || url.password !== '') {
      this.fault(
        `${name} is ${text}, expected an address such as https://data.agency.gov, ` +
          'without a user name, a query or a fragment.',
      )
      return null
    }
    return url.href.replace(/\/+$/, '')
  }
}
