import { canonicalFromWire, parseColumnValue, toWire } from '../../../connector/engine/index.js'
import type { TargetColumn } from '../../../connector/engine/index.js'

const base = { validForCreate: true, validForUpdate: true }
const hazards: TargetColumn = {
  ...base,
  logicalName: 'cty_hazards',
  label: 'Hazards',
  kind: 'choices',
  options: [
    { value: 3, label: 'Fire' },
    { value: 20, label: 'Noise' },
    { value: 100, label: 'Fumes, gas' },
  ],
}
const plan: TargetColumn = { ...base, logicalName: 'cty_plan', label: 'Plan', kind: 'file' }

describe('a column of several choices', () => {
  it('takes numbers and labels, in any order, and keeps each once in ascending order', () => {
    const taken = ['noise; FIRE', '20,3', '3;20;Fire', ' Fire , Noise ']
    for (const text of taken) {
      expect(parseColumnValue(hazards, text)).toEqual({ ok: true, value: '3,20' })
    }
  })

  it('takes a label that has a comma itself', () => {
    expect(parseColumnValue(hazards, 'Fumes, gas')).toEqual({ ok: true, value: '100' })
  })

  it('refuses all of them for one that it does not have, naming it and what there is', () => {
    for (const text of ['Fire;Ice', 'Fire,', '3,4']) {
      const parsed = parseColumnValue(hazards, text)
      expect(parsed.ok).withContext(text).toBeFalse()
      if (!parsed.ok) expect(parsed.message).toContain('Fire (3), Noise (20)')
    }
  })

  it('compares equal to the row whatever the order in which the row has them', () => {
    expect(canonicalFromWire(hazards, { cty_hazards: '100,3,20' })).toBe('3,20,100')
    expect(toWire(hazards, '3,20,100')).toEqual(['cty_hazards', '3,20,100'])
    expect(toWire(hazards, null)).toEqual(['cty_hazards', null])
  })
})

describe('a column of files', () => {
  it('takes nothing but emptiness, and says so', () => {
    expect(parseColumnValue(plan, null)).toEqual({ ok: true, value: null })
    expect(parseColumnValue(plan, 'plan.pdf')).toEqual({
      ok: false,
      message:
        'Plan cannot take "plan.pdf"; it takes nothing from sync items: they carry no files.',
    })
  })
})
