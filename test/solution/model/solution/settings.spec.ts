import fc from 'fast-check'

import { deviations, withStandard } from '../../../../solution/model/solution/index.js'

const standard = { height: 'auto', visible: 'true' }

describe('Settings of a part', () => {
  it('are nothing where the part is as its standard says', () => {
    expect(deviations(standard, { visible: 'true', height: 'auto' })).toBeUndefined()
    expect(withStandard(standard)).toEqual(standard)
  })

  it('leave an attribute of the standard out where they are empty', () => {
    expect(deviations(standard, { height: 'auto' })).toEqual({ visible: '' })
    expect(withStandard(standard, { visible: '' })).toEqual({ height: 'auto' })
  })

  it('keep an empty attribute that the standard does not have', () => {
    expect(withStandard(standard, { function: '' })).toEqual({ ...standard, function: '' })
  })

  it('make of the standard whatever was read', () => {
    const name = fc.constantFrom('height', 'visible', 'other', 'function')
    const attributes = fc.dictionary(name, fc.constantFrom('true', 'auto', 'false', '1'))
    fc.assert(
      fc.property(attributes, (actual) => {
        expect(withStandard(standard, deviations(standard, actual))).toEqual(actual)
      }),
    )
  })
})
