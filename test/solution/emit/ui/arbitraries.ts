import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

import { element } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import type {
  ControlBinding,
  DataSetBinding,
  Settings,
  SubgridSource,
} from '../../../../solution/model/solution/index.js'

/** Values that tests of reading what was emitted are made of. Only what a reader would say the same way. */
export const id = fc.uuid()
export const classId = fc.uuid().map((one) => one.toUpperCase())
export const text = fc.string({ unit: 'grapheme', maxLength: 12 })
export const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/)
export const flag = fc.boolean()
export const some = <Value>(one: Arbitrary<Value>) => fc.array(one, { maxLength: 2 })
export const someOrMore = <Value>(one: Arbitrary<Value>) =>
  fc.array(one, { minLength: 1, maxLength: 2 })

type Parts<T> = { [Key in keyof T]-?: Arbitrary<Exclude<T[Key], undefined>> }
type OptionalOf<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T]

/** A model value; the optional fields named are there or not. */
export function model<T extends object>(
  parts: Parts<T>,
  optional: readonly OptionalOf<T>[] = [],
): Arbitrary<T> {
  const requiredKeys = (Object.keys(parts) as (keyof T)[]).filter(
    (key) => !(optional as readonly (keyof T)[]).includes(key),
  )
  return fc.record(parts, { requiredKeys })
}

/** Entries by names that begin with `prefix`, at least one. */
export const entries = <Value>(prefix: string, value: Arbitrary<Value>) =>
  fc.dictionary(
    name.map((one) => prefix + one),
    value,
    { minKeys: 1, maxKeys: 3 },
  )

/** Deviations from a standard, and names that it does not have. */
export function settings(standard: Settings, others: Arbitrary<Settings> = entries('x_', text)) {
  const names = Object.keys(standard)
  if (names.length === 0) return others
  const ofStandard = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', 'other', '7'), {
    maxKeys: 2,
  })
  return fc
    .tuple(ofStandard, fc.oneof(fc.constant({}), others))
    .map(([own, other]) => ({ ...own, ...other }))
    .filter(
      (all: Settings) =>
        Object.keys(all).length > 0 &&
        Object.entries(all).every(([key, value]) => standard[key] !== value),
    )
}

/** An element that no reader has a word for. */
export const unknown: Arbitrary<XmlElement> = fc
  .tuple(
    name,
    fc.dictionary(name, text, { maxKeys: 2 }),
    fc.oneof(text, some(name.map((one) => element(one, { in: one })))),
  )
  .map(([one, attributes, content]) => element(`x_${one}`, attributes, content))

export const rest = someOrMore(unknown)

/** Parameters that deviate from a standard, or that it does not have. */
export const parameters = (standard: Settings) => {
  const own = Object.entries(standard).map(([key, value]) => element(key, {}, `${value}1`))
  return own.length === 0
    ? rest
    : fc.oneof(
        rest,
        fc.constantFrom(...own).map((one) => [one]),
      )
}

export const source: Arbitrary<SubgridSource> = model<SubgridSource>(
  {
    table: name,
    viewId: id,
    relationship: name,
    viewPicker: fc.constant(true),
    viewIds: some(id),
  },
  ['relationship', 'viewPicker', 'viewIds'],
)

const dataSet: Arbitrary<DataSetBinding> = model<DataSetBinding>(
  { name: text, source, columns: entries('p_', text) },
  ['source', 'columns'],
)

export const binding: Arbitrary<ControlBinding> = model<ControlBinding>(
  {
    control: text,
    columns: entries('c_', text),
    columnTypes: fc.constant({}),
    inputs: entries('i_', fc.record({ type: text, value: text })),
    dataSet,
  },
  ['columns', 'columnTypes', 'inputs', 'dataSet'],
).map(({ columnTypes, ...one }) => {
  const [typed] = Object.keys(one.columns ?? {})
  return columnTypes && typed ? { ...one, columnTypes: { [typed]: 'SingleLine.Text' } } : one
})
