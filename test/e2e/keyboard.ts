import type { Page } from 'playwright-core'

/** More presses than any page has stops. */
const mostPresses = 200

/** What has the focus, as a person with a screen reader hears it, roughly. */
const focused = `(() => {
  const element = document.activeElement
  const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent
  return { tag: element?.tagName ?? '', name: (label ?? element?.textContent ?? '').trim() }
})()`

interface Focused {
  /** In capitals, as HTML has it. */
  readonly tag: string
  readonly name: string
}

/** A person at a page without a mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  focused(): Promise<Focused> {
    return this.page.evaluate<Focused>(focused)
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }

  /** Goes on with Tab, or back with Shift and Tab, until the focus is on something of this name. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = []
    for (let presses = 0; presses < mostPresses; presses += 1) {
      await this.press(key)
      const { name: reached } = await this.focused()
      if (typeof name === 'string' ? reached === name : name.test(reached)) return
      passed.push(reached.slice(0, 40))
    }
    throw new Error(`${key} never reached ${String(name)}. It passed:\n${passed.join('\n')}`)
  }

  /** Waits until what has the focus is so. */
  async untilFocused(isSo: (focused: Focused) => boolean): Promise<Focused> {
    const end = Date.now() + 60_000
    for (;;) {
      const reached = await this.focused()
      if (isSo(reached)) return reached
      if (Date.now() > end) throw new Error(`The focus stayed on ${JSON.stringify(reached)}.`)
      await this.page.waitForTimeout(50)
    }
  }

  /** Presses Enter on a link, and waits for the focus to come to the next page's heading. */
  async follow(): Promise<string> {
    const before = this.page.url()
    await this.press('Enter')
    await this.page.waitForURL((url) => url.href !== before)
    return (await this.untilFocused(({ tag }) => tag === 'H1')).name
  }
}
