import * as React from 'react'

import { rowWriterOf } from '../shared/writes/row-writer.js'
import { PageAdapter } from './adapter.js'
import { CodeListChoice } from './data/code-list-choice.js'
import { CodeListRows } from './data/list-rows.js'
import { mapTable } from './data/map-columns.js'
import { saveMapping } from './data/save-mapping.js'
import { CompareView } from './view/CompareView.js'
import type { CompareProps } from './view/props.js'

const dataSetName = 'records' satisfies keyof CompareInputs
/** Where the maker says nothing. */
const usualLowConfidence = 0.8

/** As the manifest declares them. */
interface CompareInputs {
  readonly records: ComponentFramework.PropertyTypes.DataSet
  readonly codeList: ComponentFramework.PropertyTypes.StringProperty
  readonly lowConfidence: ComponentFramework.PropertyTypes.DecimalNumberProperty
}

/** Compares the value maps of one code list across source systems. */
export class ValueMapCompare implements ComponentFramework.ReactControl<CompareInputs, object> {
  readonly #page = new PageAdapter()
  readonly #rows = new CodeListRows(dataSetName)
  #context!: ComponentFramework.Context<CompareInputs>
  #lists!: CodeListChoice
  #actions!: Pick<CompareProps, 'onChooseList' | 'onRefresh' | 'onSave' | 'onOpen' | 'onNew'>

  init(context: ComponentFramework.Context<CompareInputs>): void {
    this.#context = context
    context.mode.trackContainerResize(true)
    const draw = () => this.#context.factory.requestRender()
    this.#lists = new CodeListChoice((list) => this.#rows.choose(list), draw)
    this.#actions = {
      onChooseList: (list) => {
        this.#lists.choose(list)
        draw()
      },
      onRefresh: () => {
        this.#rows.refresh()
        this.#lists.load(this.#context.webAPI)
        draw()
      },
      onSave: async (change) => {
        const outcome = await saveMapping(rowWriterOf(this.#context), change)
        if (outcome.outcome === 'done') this.#rows.put(outcome.mapping)
        draw()
        return outcome
      },
      onOpen: (entityId) => void this.#openForm({ entityId }),
      onNew: () => void this.#openForm({ useQuickCreateForm: true }),
    }
    this.#lists.load(context.webAPI, context.parameters.codeList.raw)
  }

  updateView(context: ComponentFramework.Context<CompareInputs>): React.ReactElement {
    this.#context = context
    const { parameters } = context
    this.#rows.take(parameters[dataSetName], context.updatedProperties)
    return React.createElement(CompareView, {
      ...this.#page.propsOf(context),
      ...this.#actions,
      codeLists: this.#lists.lists,
      codeList: this.#lists.chosen,
      rows: this.#rows.state,
      lowConfidence: parameters.lowConfidence.raw ?? usualLowConfidence,
    })
  }

  destroy(): void {
    this.#lists.stop()
  }

  /** The form stays the platform's: what it says of a failure, it says itself. */
  #openForm(options: Partial<ComponentFramework.NavigationApi.EntityFormOptions>): Promise<void> {
    return this.#context.navigation.openForm({ entityName: mapTable.table, ...options }).then(
      () => undefined,
      () => undefined,
    )
  }
}
