import { fireEvent, screen } from '@testing-library/react'

import { createRows, openControl, row } from './control-page.js'
import { cellAt, until } from './view-page.js'

/** What runs on behind a page: listeners of window and document, intervals, observers, requests. */
class Watch {
  readonly #restore: (() => void)[] = []
  readonly listeners = new Map<string, number>()
  readonly intervals = new Set<number>()
  observers = 0
  requests = 0
  objectUrls = 0

  constructor() {
    for (const target of [window, document]) {
      const name = target === window ? 'window' : 'document'
      this.#wrap(target, 'addEventListener', ([type]) => this.#count(`${name} ${String(type)}`, 1))
      this.#wrap(target, 'removeEventListener', ([type]) =>
        this.#count(`${name} ${String(type)}`, -1),
      )
    }
    this.#wrap(window, 'setInterval', (_, id) => this.intervals.add(id as number))
    this.#wrap(window, 'clearInterval', ([id]) => this.intervals.delete(id as number))
    this.#wrap(window, 'fetch', () => (this.requests += 1))
    this.#wrap(URL, 'createObjectURL', () => (this.objectUrls += 1))
    this.#wrap(URL, 'revokeObjectURL', () => (this.objectUrls -= 1))
    this.#wrap(ResizeObserver.prototype, 'observe', () => (this.observers += 1))
    this.#wrap(ResizeObserver.prototype, 'disconnect', () => (this.observers -= 1))
  }

  stop(): void {
    for (const restore of this.#restore) restore()
  }

  #count(key: string, by: number): void {
    this.listeners.set(key, (this.listeners.get(key) ?? 0) + by)
  }

  #wrap(owner: object, name: string, note: (given: readonly unknown[], back: unknown) => unknown) {
    const methods = owner as Record<string, (...given: unknown[]) => unknown>
    const own = Object.getOwnPropertyDescriptor(owner, name)
    const original = methods[name]
    methods[name] = function (this: unknown, ...given: unknown[]) {
      const back: unknown = original?.apply(this ?? window, given)
      note(given, back)
      return back
    }
    this.#restore.push(() => {
      if (own) Object.defineProperty(owner, name, own)
      else Reflect.deleteProperty(owner, name)
    })
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Opens the control, does a bit of everything, and leaves it open. */
async function used(list: string) {
  const opened = await openControl({ codeList: list })
  await until(() => screen.queryByText('2 of 2 codes shown') !== null)
  fireEvent.click(screen.getByRole('button', { name: 'Export CSV' }))
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'NO' } })
  fireEvent.click(cellAt(1, 2))
  await screen.findByRole('dialog')
  return opened
}

describe('After destroy, the value map comparison', () => {
  it('leaves nothing in the page and nothing running', async () => {
    const list = `Leaks ${Math.random().toString(36).slice(2, 8)}`
    await createRows([row(list, 'IOC', 'NOR', 'NO'), row(list, 'ISO', 'SWE', 'SE')])
    spyOn(HTMLAnchorElement.prototype, 'click')
    // What Fluent and React set up once for a page is not the control's.
    const first = await used(list)
    first.close()
    await pause(1_000)

    const watch = new Watch()
    const elements = document.body.childElementCount
    const { close, container } = await used(list)

    expect(watch.observers).toBeGreaterThan(0)
    expect(watch.objectUrls).toBe(1)

    close()
    const { requests } = watch
    await pause(1_000)
    watch.stop()

    expect(container.childElementCount).toBe(0)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.body.childElementCount).toBe(elements)
    expect(watch.requests).toBe(requests)
    expect(watch.objectUrls).toBe(0)
    expect(watch.observers).toBe(0)
    expect(watch.intervals.size).toBe(0)
    expect([...watch.listeners].filter(([, count]) => count > 0)).toEqual([])
  })

  it('says nothing when an answer comes late', async () => {
    const errors = spyOn(console, 'error')
    const { close, container } = await openControl()
    close()
    await pause(300)

    expect(container.childElementCount).toBe(0)
    expect(errors).not.toHaveBeenCalled()
  })
})
