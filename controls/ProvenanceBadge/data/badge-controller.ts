import { formRecordOf } from '../../shared/form-record.js'
import { mayDo } from '../../shared/privileges.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'
import { stringsOf } from '../../shared/strings.js'
import { themeOf } from '../../shared/theme.js'
import { provenanceOf } from '../model/column-entry.js'
import type { Output } from '../model/field.js'
import { dateFromWall } from '../model/wall-clock.js'
import type { WallTime } from '../model/wall-clock.js'
import type { BadgeContent, BadgeProps } from '../view/props.js'
import { attributesOf, fieldOf } from './bound-field.js'
import { readHistory } from './ledger-query.js'
import type { Target } from './ledger-query.js'
import { failureOf, holdLedger } from './shared-ledger.js'
import type { LedgerHold } from './shared-ledger.js'
import { textStyleOf } from './text-style.js'

type Context = ComponentFramework.Context<BadgeInputs>

/** The manifest's properties. */
export interface BadgeInputs {
  readonly value: ComponentFramework.PropertyTypes.Property
  readonly display: ComponentFramework.PropertyTypes.EnumProperty<'beside' | 'alone'>
  /** Logical name of the column whose history is shown; by default the bound one's. */
  readonly column: ComponentFramework.PropertyTypes.StringProperty
  readonly targetTable: ComponentFramework.PropertyTypes.StringProperty
  readonly targetId: ComponentFramework.PropertyTypes.StringProperty
}

export interface BadgeOutputs {
  readonly value?: string | number | boolean | Date | null
}

/** The props of the view, from what the platform hands the control; and what the input puts out. */
export class BadgeController {
  #context: Context
  #target: Target | undefined
  #hold: LedgerHold | undefined
  #record = ''
  /** How many records were shown one after the other. */
  #records = 0
  #seen: { readonly raw: unknown } | undefined
  #put:
    { readonly raw: string | number | boolean | Date | null; readonly wall?: WallTime } | undefined
  #isDestroyed = false

  constructor(
    context: Context,
    private readonly notify: () => void,
  ) {
    this.#context = context
  }

  /** `key`: another one starts the view anew, as for another record. */
  propsOf(context: Context): BadgeProps & { readonly key: string } {
    this.#context = context
    const { mode, parameters, resources, userSettings } = context
    const texts = stringsOf(resources)
    const own = attributesOf(parameters.value).LogicalName ?? ''
    const column = parameters.column.raw?.trim() || own
    const target = this.#targetOf(context)
    const mayRead = mayDo(context.utils, ledgerTable.table, 'read')
    this.#notice(target)
    this.#follow(mayRead && column !== '' ? target : undefined)
    this.#watchValue()
    const now = Date.now()
    const field = this.#fieldOf(context)
    return {
      key: String(this.#records),
      theme: themeOf(context.fluentDesignLanguage, userSettings.isRTL),
      isRightToLeft: userSettings.isRTL,
      display: parameters.display.raw === 'alone' ? 'alone' : 'beside',
      field: parameters.display.raw === 'alone' && column !== own ? undefined : field,
      label: mode.label || field.label || column,
      content: target ? this.#contentOf(column, mayRead) : { state: 'hidden' },
      now,
      today: now + userSettings.getTimeZoneOffsetMinutes(new Date(now)) * 60_000,
      texts,
      style: textStyleOf(context),
      onOutput: (output) => this.#putOut(output),
      onRetry: () => this.#hold?.refresh(context.webAPI),
      onOpen: (entityId) => {
        const options = { entityName: ledgerTable.table, entityId }
        // Whether it opened is seen; a refusal is shown by the platform.
        context.navigation.openForm(options).then(undefined, () => undefined)
      },
      onReadHistory: () => this.#readHistory(target, column),
    }
  }

  outputs(): BadgeOutputs {
    return this.#put ? { value: this.#put.raw } : {}
  }

  /** From here on, answers that are still on their way are dropped. */
  destroy(): void {
    this.#isDestroyed = true
    this.#follow(undefined)
  }

  #targetOf({ mode, parameters }: Context): Target | undefined {
    const inputs = { table: parameters.targetTable.raw, id: parameters.targetId.raw }
    const record = formRecordOf(mode, inputs)
    return record.state === 'record' ? record : undefined
  }

  /** What was typed belongs to its record; a new record that is saved stays the same one. */
  #notice(target: Target | undefined): void {
    const record = keyOf(target)
    if (record === this.#record) return
    if (this.#record !== '') {
      this.#records += 1
      this.#put = undefined
      this.#seen = undefined
    }
    this.#record = record
  }

  #follow(target: Target | undefined): void {
    if (keyOf(this.#target) === keyOf(target)) return
    this.#target = target
    this.#hold?.release()
    this.#hold =
      target &&
      holdLedger(target, this.#context.webAPI, () => {
        if (!this.#isDestroyed) this.#context.factory.requestRender()
      })
  }

  /** A value that changes without us comes from a save or a refresh: the ledger may have more too. */
  #watchValue(): void {
    const raw: unknown = this.#context.parameters.value.raw
    const before = this.#seen
    this.#seen = { raw }
    if (!before || sameValue(before.raw, raw)) return
    if (this.#put && sameValue(this.#put.raw, raw)) return
    this.#put = undefined
    this.#hold?.refresh(this.#context.webAPI)
  }

  #fieldOf({ mode, parameters, userSettings }: Context) {
    const { currencyDecimalDigits, currencySymbol } = userSettings.numberFormattingInfo
    const put = this.#put
    return fieldOf(parameters.value, {
      label: mode.label,
      isDisabled: mode.isControlDisabled,
      currencySymbol,
      currencyDigits: currencyDecimalDigits,
      minutesAhead: (at) => userSettings.getTimeZoneOffsetMinutes(at),
      echo:
        put?.raw instanceof Date && put.wall !== undefined
          ? { date: put.raw, wall: put.wall }
          : undefined,
    })
  }

  #contentOf(column: string, mayRead: boolean): BadgeContent {
    if (column === '') return { state: 'noColumn' }
    if (!mayRead || !this.#hold) return { state: 'noAccess' }
    const ledger = this.#hold.state()
    if (ledger.state !== 'entries') return ledger
    const provenance = provenanceOf(ledger.entries, column)
    return provenance
      ? { state: 'entry', provenance }
      : { state: 'none', isCertain: !ledger.hasMore }
  }

  #putOut(output: Output): void {
    const isDate =
      typeof output === 'number' && this.#context.parameters.value.type.startsWith('DateAndTime')
    this.#put = isDate ? { raw: dateFromWall(output), wall: output } : { raw: output }
    this.notify()
  }

  async #readHistory(target: Target | undefined, column: string) {
    if (!target) return { state: 'noAccess' } as const
    // The badge must not lag behind the history that it opens.
    this.#hold?.refresh(this.#context.webAPI)
    try {
      const answer = await readHistory(this.#context.webAPI, target, column)
      return { state: 'entries', ...answer } as const
    } catch (error) {
      return failureOf(error)
    }
  }
}

const keyOf = (target: Target | undefined): string => (target ? `${target.table} ${target.id}` : '')

function sameValue(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  return (one ?? null) === (other ?? null) || (isEmpty(one) && isEmpty(other))
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''
