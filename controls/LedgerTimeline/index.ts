import type { ReactElement } from 'react'
import * as React from 'react'

import { provideFluentIcons } from '../shared/icons.js'
import { TimelineController } from './data/timeline-controller.js'
import type { TimelineInputs } from './data/timeline-controller.js'
import { TimelineView } from './view/TimelineView.js'

/** Where each value of a record came from, and what stewards decided on it. */
export class LedgerTimeline implements ComponentFramework.ReactControl<TimelineInputs, object> {
  #controller: TimelineController | undefined

  init(context: ComponentFramework.Context<TimelineInputs>): void {
    provideFluentIcons()
    this.#controller = new TimelineController(context)
  }

  updateView(context: ComponentFramework.Context<TimelineInputs>): ReactElement {
    const controller = (this.#controller ??= new TimelineController(context))
    const { key, ...props } = controller.propsOf(context)
    return React.createElement(TimelineView, { key, ...props })
  }

  destroy(): void {
    this.#controller?.destroy()
    this.#controller = undefined
  }
}
