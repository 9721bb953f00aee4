import { readCodeLists } from './code-lists.js'
import type { CodeLists } from './code-lists.js'

/** Which code lists there are, and which of them is looked at. */
export class CodeListChoice {
  #lists: CodeLists = { state: 'loading' }
  #chosen: string | undefined
  /** Counts the readings: an answer that a newer one has overtaken is dropped, and all after stop. */
  #turn = 0

  constructor(
    private readonly onChosen: (list: string) => void,
    private readonly onChange: () => void,
  ) {}

  get lists(): CodeLists {
    return this.#lists
  }

  get chosen(): string | undefined {
    return this.#chosen
  }

  choose(list: string): void {
    this.#chosen = list
    this.onChosen(list)
  }

  /** Reads the lists; where none is chosen, takes the maker's, else the first. Never rejects. */
  load(webApi: ComponentFramework.WebApi, preset?: string | null): void {
    this.#turn += 1
    const turn = this.#turn
    if (preset && this.#chosen === undefined) this.choose(preset)
    const take = (lists: CodeLists) => {
      if (turn !== this.#turn) return
      this.#lists = lists
      const [first] = lists.state === 'lists' ? lists.names : []
      if (first !== undefined && this.#chosen === undefined) this.choose(first)
      this.onChange()
    }
    readCodeLists(webApi).then(
      (names) => take({ state: 'lists', names }),
      (error: unknown) => take({ state: 'error', message: messageOf(error) }),
    )
  }

  stop(): void {
    this.#turn += 1
  }
}

/** The platform rejects with objects that are no errors. */
function messageOf(error: unknown): string {
  const { message } = (typeof error === 'object' && error ? error : {}) as { message?: unknown }
  return typeof message === 'string' ? message : String(error)
}
