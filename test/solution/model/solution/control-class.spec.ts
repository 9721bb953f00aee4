import { choice, lookup, memo, text, uniqueIdentifier } from '../../../../solution/model/index.js'
import { classesOf, controlClass, stockClassOf } from '../../../../solution/model/solution/index.js'

describe('The stock control of a column', () => {
  it('is that of its kind', () => {
    expect(stockClassOf(memo('x_Notes', 'Notes'))).toBe(controlClass.textArea)
    expect(stockClassOf(lookup('x_Room', 'Room', 'x_room'))).toBe(controlClass.lookup)
  })

  it('follows the format of a text', () => {
    expect(stockClassOf({ ...text('x_Page', 'Page'), format: 'url' })).toBe(controlClass.url)
    expect(stockClassOf({ ...text('x_Page', 'Page'), format: 'text' })).toBe(controlClass.textBox)
  })

  it('is one of its own for the status reason', () => {
    expect(stockClassOf(choice('statuscode', 'Status Reason', {}))).toBe(controlClass.statusReason)
  })

  it('is none where forms do not show the kind', () => {
    expect(stockClassOf(uniqueIdentifier('x_Ref', 'Reference'))).toBeUndefined()
  })

  it('is always among those that may show the column', () => {
    for (const column of [memo('x_Notes', 'Notes'), { ...text('x_To', 'To'), format: 'email' }]) {
      expect(classesOf(column)).toContain(stockClassOf(column) ?? 'none')
    }
  })
})
