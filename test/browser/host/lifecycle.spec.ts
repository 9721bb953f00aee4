import * as React from 'react'

import {
  loadSpecControl,
  mountProbe,
  Probe,
  rowsDataSet,
  unmountProbes,
  until,
} from './spec-control.js'
import { makeStates, statesOf } from './state-rows.js'

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** A frame has gone by, and what was asked for in it. */
const frames = () => pause(60)

describe('A control on the page of the host', () => {
  afterEach(unmountProbes)

  it('is begun before it is drawn, with the same page in both', async () => {
    const { container, probe } = await mountProbe({ label: 'First' })

    expect(probe.initial?.mode.label).toBe('First')
    expect(probe.contexts.length).toBe(1)
    expect(container.textContent).toBe('Drawn 1 times')
  })

  it('is drawn once a frame, however much has changed', async () => {
    const { context, container, mounted, probe } = await mountProbe()
    mounted.update({ label: 'a' })
    mounted.update({ disabled: true })
    mounted.resize(300, 200)
    context().factory.requestRender()
    expect(probe.contexts.length).toBe(1)
    await frames()

    expect(probe.contexts.length).toBe(2)
    expect(container.textContent).toBe('Drawn 2 times')
  })

  it('stands beside others without knowing of them', async () => {
    const control = await loadSpecControl(Probe, { declares: rowsDataSet })
    const first = await mountProbe({ control, label: 'first' })
    const second = await mountProbe({ control, label: 'second' })
    first.mounted.update({ label: 'changed' })
    await frames()

    expect(first.probe).not.toBe(second.probe)
    expect(second.probe.contexts.length).toBe(1)
    expect(second.context().mode.label).toBe('second')
    first.mounted.destroy()
    expect(second.container.textContent).toBe('Drawn 1 times')
  })

  it('leaves nothing in the page and hears of nothing more once it is destroyed', async () => {
    const country = await makeStates(3)
    const page = await mountProbe({ dataSets: { rows: statesOf(country) } })
    await until(() => !page.rows().loading)
    const rows = page.rows()
    const { factory } = page.context()
    page.mounted.update({ label: 'scheduled' })
    page.mounted.destroy()
    page.mounted.destroy()
    const drawn = page.probe.contexts.length
    const sent = spyOn(window, 'fetch').and.callThrough()

    page.mounted.update({ label: 'late', dataSets: { rows: statesOf(country, { pageSize: 1 }) } })
    page.mounted.resize(1, 1)
    await page.mounted.refresh()
    factory.requestRender()
    rows.setSelectedRecordIds([])
    await frames()

    expect(page.probe.destroyed).toBe(1)
    expect(page.probe.contexts.length).toBe(drawn)
    expect(page.container.childNodes.length).toBe(0)
    expect(sent).not.toHaveBeenCalled()
  })

  it('loads no more rows once it is destroyed, and gives up those on their way', async () => {
    const page = await mountProbe({ dataSets: { rows: statesOf(await makeStates(3)) } })
    const aborted: (AbortSignal | null | undefined)[] = []
    const fetchOfPage = window.fetch.bind(window)
    const sent = spyOn(window, 'fetch').and.callFake((url, init) => {
      aborted.push(init?.signal)
      return fetchOfPage(url, init)
    })
    page.rows().refresh()
    page.mounted.destroy()
    expect(aborted.map((signal) => signal?.aborted)).toEqual([true])

    sent.calls.reset()
    page.rows().refresh()
    page.rows().paging.loadExactPage(2)
    await frames()
    expect(sent).not.toHaveBeenCalled()
  })

  it("runs the effects' ends of its view when it is destroyed", async () => {
    const ended: string[] = []
    const View = () => {
      React.useEffect(() => () => void ended.push('effect'), [])
      return null
    }
    class WithEffect extends Probe {
      override updateView() {
        return React.createElement(View)
      }
      override destroy() {
        ended.push('control')
      }
    }
    const page = await mountProbe({ control: await loadSpecControl(WithEffect) })
    await frames()
    page.mounted.destroy()

    expect(ended).toEqual(['effect', 'control'])
  })

  it('leaves no listener and no interval with the page', async () => {
    // React's own development build listens for errors while it calls functions.
    const added = spyOn(window, 'addEventListener').and.callThrough()
    const removed = spyOn(window, 'removeEventListener').and.callThrough()
    const interval = spyOn(window, 'setInterval').and.callThrough()
    const page = await mountProbe({ dataSets: { rows: statesOf(await makeStates(1)) } })
    await until(() => !page.rows().loading)
    page.mounted.destroy()

    expect(removed.calls.count()).toBe(added.calls.count())
    expect(interval).not.toHaveBeenCalled()
  })
})
