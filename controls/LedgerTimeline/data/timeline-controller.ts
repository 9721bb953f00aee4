import { formRecordOf } from '../../shared/form-record.js'
import type { FormRecord } from '../../shared/form-record.js'
import { mayDo } from '../../shared/privileges.js'
import { stringsOf } from '../../shared/strings.js'
import type { Strings } from '../../shared/strings.js'
import { themeOf } from '../../shared/theme.js'
import { rowWriterOf } from '../../shared/writes/row-writer.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { noFilters } from '../model/filters.js'
import type { Filters } from '../model/filters.js'
import type { Content, Formats, ReadOnlyReason, TimelineProps } from '../view/props.js'
import { decisionUpdate } from './decisions.js'
import type { Target } from './filter-expression.js'
import { formatsOf } from './formats.js'
import { Labels } from './labels.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'
import { TimelineRows } from './timeline-rows.js'

type Context = ComponentFramework.Context<TimelineInputs>

/** The manifest's data set and properties. */
export interface TimelineInputs {
  readonly records: ComponentFramework.PropertyTypes.DataSet
  /** `record`: the entries of one record, by default the form's; `view`: those of the view. */
  readonly scope: ComponentFramework.PropertyTypes.EnumProperty<'record' | 'view'>
  readonly targetTable: ComponentFramework.PropertyTypes.StringProperty
  readonly targetId: ComponentFramework.PropertyTypes.StringProperty
}

/** The props of the view, from what the platform hands the control, and what the view asks for. */
export class TimelineController {
  readonly #rows: TimelineRows
  readonly #labels: Labels
  readonly #texts: Strings
  readonly #formats: Formats
  #context: Context
  #key = ''
  #filters: Filters = noFilters
  /** The entries whose labels were asked for last. */
  #labelled: readonly Entry[] = []
  #labelling: ReturnType<typeof setTimeout> | undefined
  #isDestroyed = false

  constructor(context: Context) {
    this.#context = context
    this.#rows = new TimelineRows('records', bareId(context.userSettings.userId))
    this.#texts = stringsOf(context.resources)
    this.#formats = formatsOf(context)
    this.#labels = new Labels(context.utils, () => this.#render())
  }

  /** `key`: another one starts the view anew, as for another record. */
  propsOf(context: Context): TimelineProps & { readonly key: string } {
    this.#context = context
    const { mode, parameters, userSettings } = context
    const record = recordOf(context)
    const key = record === 'any' ? record : JSON.stringify(record)
    if (key !== this.#key) this.#filters = noFilters
    this.#key = key
    const content = this.#contentOf(record)
    this.#wantLabels(content)
    return {
      key,
      theme: themeOf(context.fluentDesignLanguage, userSettings.isRTL),
      isRightToLeft: userSettings.isRTL,
      content,
      filters: this.#filters,
      choices: this.#rows.choices,
      ofOneRecord: record !== 'any',
      readOnly: readOnlyReason(context),
      now: Date.now(),
      label: mode.label || this.#texts('Control_Name'),
      height: mode.allocatedHeight > 0 ? mode.allocatedHeight : undefined,
      labels: this.#labels.known,
      texts: this.#texts,
      formats: this.#formats,
      onFilter: (filters) => {
        this.#filters = filters
        this.#render()
      },
      onLoadMore: () => this.#rows.loadMore(),
      onReload: () => this.#reload(),
      onSelect: (ids) => parameters.records.setSelectedRecordIds([...ids]),
      onOpen: (entityName, entityId) => {
        // Whether it opened is seen; a refusal is shown by the platform.
        context.navigation.openForm({ entityName, entityId }).then(undefined, () => undefined)
      },
      onDecide: async (action, entries, note) => {
        const updates = entries.map((entry) => decisionUpdate({ action, entry, note }))
        const outcomes = await rowWriterOf(context).update(updates)
        if (outcomes.some(({ outcome }) => outcome !== 'refused')) this.#reload()
        return outcomes
      },
    }
  }

  /** From here on, answers that are still on their way are dropped. */
  destroy(): void {
    this.#isDestroyed = true
    clearTimeout(this.#labelling)
  }

  #contentOf(record: FormRecord | 'any'): Content {
    if (record !== 'any' && record.state !== 'record') {
      return { state: record.state === 'unsaved' ? 'unsaved' : 'noRecord' }
    }
    if (!mayDo(this.#context.utils, ledgerTable.table, 'read')) return { state: 'noAccess' }
    const { parameters, updatedProperties } = this.#context
    const target: Target | undefined = record === 'any' ? undefined : record
    const wanted = { target, filters: this.#filters }
    this.#rows.take(parameters.records, updatedProperties, wanted)
    return this.#rows.rows
  }

  /** Asks for labels once the entries are drawn: nobody has to wait for them to see the entries. */
  #wantLabels(content: Content): void {
    if (content.state !== 'entries' || content.entries === this.#labelled) return
    const { entries } = content
    this.#labelled = entries
    clearTimeout(this.#labelling)
    this.#labelling = setTimeout(() => this.#labels.wantOf(entries))
  }

  #reload(): void {
    if (this.#isDestroyed) return
    this.#rows.reload()
    this.#render()
  }

  #render(): void {
    if (!this.#isDestroyed) this.#context.factory.requestRender()
  }
}

function recordOf({ mode, parameters }: Context): FormRecord | 'any' {
  if (parameters.scope.raw === 'view') return 'any'
  return formRecordOf(mode, { table: parameters.targetTable.raw, id: parameters.targetId.raw })
}

/** An id as rows have it, of one in braces. */
function bareId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase()
}

function readOnlyReason({ mode, utils }: Context): ReadOnlyReason | undefined {
  if (mode.isControlDisabled) return 'disabled'
  return mayDo(utils, ledgerTable.table, 'write') ? undefined : 'noPrivilege'
}
