import * as React from 'react'

/** Whether the page may be left; a promise where people are asked. */
export type MayLeave = () => boolean | Promise<boolean>

/**
 * The part of the address behind `#` that is shown. A change of it, by a link, by the program or by
 * back and forward, is taken back while people are asked whether they want to leave, and done again
 * once they do. Entries of the history are numbered, which tells the way back.
 */
export function useGuardedAddress(mayLeave: MayLeave): string {
  const [shown, setShown] = React.useState(location.hash)
  const latest = React.useRef(mayLeave)
  latest.current = mayLeave
  React.useEffect(() => {
    const guard = guardAddress(() => latest.current(), setShown)
    return guard.stop
  }, [])
  return shown
}

/** Follows the address and calls `show` with what is to be shown, until it is stopped. */
export function guardAddress(
  mayLeave: MayLeave,
  show: (hash: string) => void,
): { readonly stop: () => void } {
  let shown = location.hash
  let position = readPosition() ?? writePosition(0)
  let isAsking = false
  /** Where a move that is not to be asked about ends. */
  let awaited: number | undefined
  let arrivals: (() => void)[] = []
  let isStopped = false

  const accept = (at: number) => {
    position = at
    shown = location.hash
    show(shown)
  }
  /** Resolves once the browser is there: until then another move would start from the wrong entry. */
  const move = (steps: number, to: number): Promise<void> => {
    awaited = to
    history.go(steps)
    return new Promise((resolve) => arrivals.push(resolve))
  }
  const ask = async (answer: Promise<boolean>, steps: number, taken: Promise<void>) => {
    isAsking = true
    const leaves = await answer
    await taken
    isAsking = false
    if (leaves && !isStopped) void move(steps, position + steps)
  }
  const follow = () => {
    const at = readPosition() ?? writePosition(position + 1)
    if (awaited === at) {
      awaited = undefined
      for (const arrived of arrivals) arrived()
      arrivals = []
      if (at !== position) accept(at)
      return
    }
    const steps = at - position
    if (location.hash === shown || steps === 0) {
      accept(at)
      return
    }
    const answer = isAsking ? false : mayLeave()
    if (answer === true) {
      accept(at)
      return
    }
    const taken = move(-steps, position)
    if (answer !== false) void ask(answer, steps, taken)
  }
  window.addEventListener('hashchange', follow)
  return {
    stop: () => {
      isStopped = true
      window.removeEventListener('hashchange', follow)
    },
  }
}

function readPosition(): number | undefined {
  const state = history.state as { readonly position?: unknown } | null
  return typeof state?.position === 'number' ? state.position : undefined
}

function writePosition(position: number): number {
  history.replaceState({ position }, '')
  return position
}
