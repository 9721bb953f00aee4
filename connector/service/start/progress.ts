/** One line of a terminal that tells what goes on. */
export interface Progress {
  readonly show: (message: string) => void
  /** Leaves the terminal at the start of an empty line. */
  readonly end: () => void
}

/** Rewrites its line in a terminal; elsewhere, a log for example, prints each message once. */
export function createProgress(output: NodeJS.WriteStream): Progress {
  let last = ''
  return {
    show: (message) => {
      if (message === last) return
      last = message
      if (output.isTTY) output.write(`\r\u001b[K  ${message}`)
      else output.write(`  ${message}\n`)
    },
    end: () => {
      if (output.isTTY && last !== '') output.write('\r\u001b[K')
      last = ''
    },
  }
}
