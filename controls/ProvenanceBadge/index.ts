import type { ReactElement } from 'react'
import * as React from 'react'

import { provideFluentIcons } from '../shared/icons.js'
import { BadgeController } from './data/badge-controller.js'
import type { BadgeInputs, BadgeOutputs } from './data/badge-controller.js'
import { BadgeView } from './view/BadgeView.js'

/** A column's input with a badge that says where its value came from. */
export class ProvenanceBadge implements ComponentFramework.ReactControl<BadgeInputs, BadgeOutputs> {
  #controller: BadgeController | undefined

  init(context: ComponentFramework.Context<BadgeInputs>, notifyOutputChanged: () => void): void {
    provideFluentIcons()
    this.#controller = new BadgeController(context, notifyOutputChanged)
  }

  updateView(context: ComponentFramework.Context<BadgeInputs>): ReactElement {
    if (!this.#controller) throw new Error('updateView was called before init.')
    const { key, ...props } = this.#controller.propsOf(context)
    return React.createElement(BadgeView, { key, ...props })
  }

  getOutputs(): BadgeOutputs {
    return this.#controller?.outputs() ?? {}
  }

  destroy(): void {
    this.#controller?.destroy()
    this.#controller = undefined
  }
}
