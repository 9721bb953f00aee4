import { textAt } from '../../../../model/xml.js'
import type { Rule } from '../../rule.js'

export const quickCreate: Rule = {
  id: 'F7',
  level: 'error',
  sentence: 'A table with a Quick Create form has IsQuickCreateEnabled 1.',
  *check({ tables }) {
    for (const { entity, forms, place } of tables) {
      const form = forms.find(({ type }) => type === 'quickCreate')
      const flag = textAt(entity, 'IsQuickCreateEnabled') ?? ''
      if (!entity || !form || flag === '1') continue
      yield {
        at: form.place,
        message: `${place.element} has a Quick Create form but IsQuickCreateEnabled "${flag}"; expected 1.`,
      }
    }
  },
}

export const quickCreateForm: Rule = {
  id: 'F7-form',
  level: 'warning',
  sentence: 'A table with IsQuickCreateEnabled 1 has exactly one Quick Create form.',
  *check({ tables }) {
    for (const { entity, forms, whole, place } of tables) {
      if (!whole || textAt(entity, 'IsQuickCreateEnabled') !== '1') continue
      const count = forms.filter(({ type }) => type === 'quickCreate').length
      if (count === 1) continue
      yield {
        at: place,
        message: `IsQuickCreateEnabled is 1 and the table has ${count} Quick Create forms; expected one.`,
      }
    }
  },
}
