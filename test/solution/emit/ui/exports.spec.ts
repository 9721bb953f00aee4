import { basename } from 'node:path'

import {
  emitChart,
  emitDashboard,
  emitDefaultControl,
  emitForm,
  emitView,
} from '../../../../solution/emit/ui/index.js'
import { cellsOfForm } from '../../../../solution/model/solution/index.js'
import type { Form, FormType, View } from '../../../../solution/model/solution/index.js'
import { descendants } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { openPackage, parseXml } from '../../../../solution/read/index.js'
import {
  readChart,
  readDashboard,
  readDefaultControl,
  readForm,
  readView,
} from '../../../../solution/read/ui/index.js'
import { referenceExports } from '../../reference-exports.js'
import { differences } from './compare-elements.js'
import { ownExport } from './own-export.js'

/** Every difference there is between the originals and what is emitted of them. */
const explained: ReadonlyMap<string, string> = new Map([
  ['systemform/form/controlDescriptions is lost', 'It is empty: no control is bound.'],
])

interface Part {
  readonly original: XmlElement
  readonly model: unknown
  readonly emitted: XmlElement
  readonly again: unknown
}

const kinds: Readonly<Record<string, (original: XmlElement, parent: XmlElement) => Part>> = {
  systemform: (original, parent) =>
    part(original, (one) => readForm(one, parent.attributes.type as FormType), emitForm),
  savedquery: (original) => part(original, readView, emitView),
  visualization: (original) => part(original, readChart, emitChart),
  Dashboard: (original) => part(original, readDashboard, emitDashboard),
  CustomControlDefaultConfigs: (original) =>
    part(original, (one) => readDefaultControl(one) ?? fail('not read'), emitDefaultControl),
}

function part<Model>(
  original: XmlElement,
  read: (element: XmlElement) => Model,
  emit: (model: Model) => XmlElement,
): Part {
  const model = read(original)
  const emitted = emit(model)
  return { original, model, emitted, again: read(emitted) }
}

function fail(message: string): never {
  throw new Error(message)
}

const partsOf = (root: XmlElement): readonly Part[] =>
  [...descendants(root)].flatMap((parent) =>
    parent.children.flatMap((child) => kinds[child.name]?.(child, parent) ?? []),
  )

describe('Forms, views, charts and dashboards of exports', () => {
  it('come out as they went in, of one that takes liberties of its own', () => {
    const parts = partsOf(parseXml(ownExport, 'own'))

    expect(parts.length).toBe(2)
    for (const { original, emitted, model, again } of parts) {
      expect(differences(original, emitted)).toEqual([])
      expect(again).toEqual(model)
    }
  })

  for (const path of referenceExports) {
    it(`of ${basename(path)} come out as they went in, but for what is explained`, async () => {
      const parts = partsOf((await openPackage(path)).customizations)

      expect(parts.length).toBeGreaterThan(0)
      const unexplained = parts
        .flatMap(({ original, emitted }) => differences(original, emitted))
        .filter((difference) => !explained.has(difference))
      expect(unexplained).toEqual([])
      for (const { again, model } of parts) expect(again).toEqual(model)
    })
  }

  const calendar = referenceExports.find((path) => basename(path).startsWith('canvas_calendar'))
  if (calendar) {
    it('have the controls of the calendar bound to a field, a subgrid and 14 views, none unread', async () => {
      const parts = partsOf((await openPackage(calendar)).customizations)
      const models = (name: string) =>
        parts.filter(({ original }) => original.name === name).map(({ model }) => model)
      const forms = models('systemform') as readonly Form[]
      const views = models('savedquery') as readonly View[]
      const bound = forms
        .flatMap(cellsOfForm)
        .flatMap(({ control }) => (control?.binding ? [control] : []))

      expect(bound.map(({ kind, binding }) => [kind, binding?.control])).toEqual([
        ['field', 'raw_RAW.ColorPicker.ColorPicker'],
        ['subgrid', 'raw_RAW.Calendar.Calendar'],
      ])
      expect(bound[0]?.binding).toEqual({
        control: 'raw_RAW.ColorPicker.ColorPicker',
        columns: { inputValue: 'raw_color' },
        inputs: { defaultColor: { type: 'SingleLine.Text', value: '#ffffff' } },
      })
      expect(bound[1]?.binding?.dataSet).toEqual({ name: 'calendarDataSet' })
      const controls = views.flatMap(({ layout }) => layout?.binding?.control ?? [])
      expect(controls.filter((name) => name === 'raw_RAW.Calendar.Calendar').length).toBe(14)
      expect(views.filter(({ layout }) => layout?.rest)).toEqual([])
      expect(
        forms.flatMap(({ rest = [] }) => rest).filter(({ name }) => name === 'controlDescriptions'),
      ).toEqual([])
    })
  }
})
