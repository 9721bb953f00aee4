import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

import {
  emitChart,
  emitDashboard,
  emitDefaultControl,
  emitFetch,
  emitForm,
  emitView,
} from '../../../../solution/emit/ui/index.js'
import { writeXml } from '../../../../solution/emit/xml.js'
import { element } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { parseXml } from '../../../../solution/read/index.js'
import {
  readChart,
  readDashboard,
  readDefaultControl,
  readFetch,
  readForm,
  readView,
} from '../../../../solution/read/ui/index.js'
import { binding } from './arbitraries.js'
import { dashboard } from './dashboard-arbitrary.js'
import { form } from './form-arbitrary.js'
import { chart, fetch, view } from './query-arbitrary.js'

const throughText = (emitted: XmlElement) => parseXml(writeXml(emitted), 'emitted')

function comesBack<Model>(
  models: Arbitrary<Model>,
  emit: (one: Model) => XmlElement,
  read: (emitted: XmlElement, one: Model) => unknown,
): void {
  fc.assert(
    fc.property(models, (one) => {
      expect(read(throughText(emit(one)), one)).toEqual(one)
    }),
    { numRuns: 60 },
  )
}

describe('What is emitted is read as an equal model:', () => {
  it('any form', () => {
    comesBack(form, emitForm, (emitted, { type }) => readForm(emitted, type))
  })

  it('any view', () => {
    comesBack(view, emitView, readView)
  })

  it('any query', () => {
    comesBack(fetch, emitFetch, readFetch)
  })

  it('any chart', () => {
    comesBack(chart, emitChart, readChart)
  })

  it('any dashboard of tiles', () => {
    comesBack(dashboard, emitDashboard, readDashboard)
  })

  it('a dashboard that holds more than tiles, by its form as read', () => {
    const one = {
      id: '11111111-1111-4111-8111-111111111111',
      name: 'Wall',
      isDefault: false,
      tabs: [],
      form: element('form', {}, [element('tabs', { filterby: 'createdon' })]),
    }

    expect(readDashboard(throughText(emitDashboard(one)))).toEqual(one)
  })

  it("any control bound to a table's grids", () => {
    comesBack(binding, emitDefaultControl, readDefaultControl)
  })
})
