import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import * as React from 'react'

import type { Field } from '../../../controls/ProvenanceBadge/model/field.js'
import { BadgeView } from '../../../controls/ProvenanceBadge/view/BadgeView.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { axeFindings } from '../support/axe.js'
import { fieldWith, numberData, textData } from './texts.js'
import { badgeProps, badgeTexts, until } from './view-page.js'

const shows = (text: string) => document.body.textContent.includes(text)
const choices = [
  { value: 1, label: 'Low', color: '#0a7b3c' },
  { value: 2, label: 'High', color: undefined },
]

describe('The input beside the badge', () => {
  let texts: Strings
  let put: unknown[]
  let view: ReturnType<typeof render>

  beforeAll(async () => {
    texts = await badgeTexts()
  })

  afterEach(cleanup)

  const element = (field: Field) => (
    <BadgeView
      {...badgeProps(texts, {
        field,
        content: { state: 'hidden' },
        onOutput: (output) => put.push(output),
      })}
    />
  )
  const show = (field: Field) => {
    put = []
    view = render(element(field))
    return screen.queryByRole<HTMLInputElement>('textbox')
  }
  const type = (text: string) => {
    const input = screen.getByRole('textbox')
    fireEvent.focus(input)
    fireEvent.change(input, { target: { value: text } })
    return input as HTMLInputElement
  }

  it('puts out text as it is typed, and keeps what is typed on when older values are echoed', () => {
    show(fieldWith(textData('')))
    type('a')
    type('ab')
    const input = type('abc')
    expect(put).toEqual(['a', 'ab', 'abc'])
    view.rerender(element(fieldWith(textData('a'))))
    expect(input.value).toBe('abc')
    fireEvent.blur(input)
    view.rerender(element(fieldWith(textData('ab'))))
    expect(input.value).toBe('abc')
    view.rerender(element(fieldWith(textData('abc'))))
    view.rerender(element(fieldWith(textData('from the server'))))
    expect(input.value).toBe('from the server')
  })

  it('keeps a text that is too long, says so at once, and puts out none of it', async () => {
    show(fieldWith(textData('abc', { maxLength: 3 })))
    const input = type('abcd')
    expect(put).toEqual([])
    await until(() => shows('Name may have 3 characters, not 4.'))
    fireEvent.blur(input)
    expect(input.value).toBe('abcd')
  })

  it('puts out a number once it is whole, and formats it when the form has it', () => {
    show(fieldWith(numberData(null)))
    const input = type('1,2')
    type('1,234.5')
    expect(put).toEqual([])
    fireEvent.blur(input)
    expect(put).toEqual([1234.5])
    view.rerender(element(fieldWith(numberData(1234.5))))
    expect(input.value).toBe('1,234.50')
  })

  it('keeps what is no number, says what one looks like, and puts nothing out', async () => {
    show(fieldWith(numberData(5)))
    const input = type('12x')
    fireEvent.blur(input)
    await until(() => shows('12x is not a number as you write them, such as 1,234.50.'))
    expect(put).toEqual([])
    expect(input.value).toBe('12x')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    view.rerender(element(fieldWith(numberData(5))))
    expect(input.value).toBe('12x')
    view.rerender(element(fieldWith(numberData(6))))
    expect(input.value).toBe('6.00')
  })

  it('commits by Enter and by the keys that save the form', () => {
    show(fieldWith(numberData(null)))
    fireEvent.keyDown(type('7'), { key: 'Enter' })
    fireEvent.keyDown(type('8'), { key: 's', ctrlKey: true })
    expect(put).toEqual([7, 8])
  })

  it('leaves a value alone that was only visited', () => {
    const input = show(fieldWith(numberData(1.005, { precision: 2 })))
    fireEvent.focus(input as Element)
    fireEvent.blur(input as Element)
    expect(put).toEqual([])
  })

  it('tells the form that a required value is gone', async () => {
    show(fieldWith(textData('x'), { isRequired: true }))
    const input = type('')
    fireEvent.blur(input)
    expect(put).toEqual([null])
    await until(() => shows('Name is required.'))
    expect(input.required).toBeTrue()
  })

  it('takes a date as the user writes it, and from the calendar', async () => {
    show(fieldWith({ kind: 'date', value: Date.UTC(2026, 2, 1), hasTime: false }))
    const input = screen.getByRole<HTMLInputElement>('textbox')
    expect(input.value).toBe('3/1/2026')
    type('2/30/2026')
    fireEvent.blur(input)
    await until(() => shows('2/30/2026 is not a date as you write them, such as 12/31/2026.'))
    expect(put).toEqual([])
    type('3/4/2026')
    fireEvent.blur(input)
    expect(put).toEqual([Date.UTC(2026, 2, 4)])
    fireEvent.click(screen.getByRole('button', { name: 'Calendar for Name' }))
    const calendar = within(await screen.findByRole('dialog', { name: 'Choose a date for Name' }))
    expect(await axeFindings(screen.getByRole('dialog'))).toEqual([])
    fireEvent.click(calendar.getByRole('button', { name: /^20,/ }))
    expect(put[1]).toBe(Date.UTC(2026, 2, 20))
    expect(input.value).toBe('3/20/2026')
    await until(() => screen.queryByRole('dialog') === null)
  })

  it('keeps the time of day when another day is picked', async () => {
    show(fieldWith({ kind: 'date', value: Date.UTC(2026, 2, 1, 9, 30), hasTime: true }))
    fireEvent.click(screen.getByRole('button', { name: 'Calendar for Name' }))
    const calendar = within(await screen.findByRole('dialog'))
    fireEvent.click(calendar.getByRole('button', { name: /^20,/ }))
    expect(put).toEqual([Date.UTC(2026, 2, 20, 9, 30)])
  })

  it('offers choices with their colours, and none where the column may be empty', () => {
    show(fieldWith({ kind: 'choice', value: 1, options: choices }))
    const list = screen.getByRole('combobox', { name: /Name/ })
    expect(list.textContent).toContain('Low')
    expect(list.querySelector('[style*="rgb(10, 123, 60)"]')).toBeTruthy()
    fireEvent.click(list)
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '---',
      'Low',
      'High',
    ])
    fireEvent.click(screen.getByRole('option', { name: 'High' }))
    fireEvent.click(list)
    fireEvent.click(screen.getByRole('option', { name: '---' }))
    expect(put).toEqual([2, null])
  })

  it('offers no empty choice where one is required', () => {
    show(fieldWith({ kind: 'choice', value: 1, options: choices }, { isRequired: true }))
    fireEvent.click(screen.getByRole('combobox', { name: /Name/ }))
    expect(screen.queryByRole('option', { name: '---' })).toBeNull()
  })

  it("switches between the column's own words for yes and no", () => {
    const option = (value: number, label: string) => ({ value, label, color: undefined })
    const options = { no: option(0, 'Closed'), yes: option(1, 'Open') }
    show(fieldWith({ kind: 'yesNo', value: false, options }))
    const toggle = screen.getByRole('switch', { name: /Name/ })
    expect(shows('Closed')).toBeTrue()
    fireEvent.click(toggle)
    expect(put).toEqual([true])
    expect(shows('Open')).toBeTrue()
  })

  it('is readable but not changeable where the form is read-only', () => {
    const input = show(fieldWith(numberData(5), { isReadOnly: true }))
    expect(input?.readOnly).toBeTrue()
    expect(input?.value).toBe('5.00')
  })

  it('tells nothing of a value that column security hides', () => {
    const input = show(fieldWith(textData('secret'), { isReadOnly: true, isReadable: false }))
    expect(input?.value).toBe('••••••••')
    expect(shows('secret')).toBeFalse()
    expect(shows('Hidden from you by column security')).toBeTrue()
  })

  it('shows what the platform says is wrong', async () => {
    show(fieldWith(textData('x'), { error: 'This name is taken.' }))
    await until(() => shows('This name is taken.'))
  })

  for (const look of ['light', 'dark', 'highContrast'] as const) {
    it(`has nothing that axe objects to, of any kind, in ${look}`, async () => {
      const option = { value: 0, label: 'No', color: undefined }
      const fields: readonly Field[] = [
        fieldWith(textData('Ada'), { isRequired: true }),
        fieldWith(textData('Ada', { isMultiline: true })),
        fieldWith(numberData(5), { error: 'Too few.' }),
        fieldWith({ kind: 'choice', value: 1, options: choices }),
        fieldWith({ kind: 'yesNo', value: true, options: { no: option, yes: option } }),
        fieldWith({ kind: 'date', value: 0, hasTime: true }),
        fieldWith(textData('Ada'), { isReadOnly: true, isReadable: false }),
      ]
      const props = badgeProps(texts, { content: { state: 'hidden' } }, look)
      document.body.style.background = props.theme.semanticColors.bodyBackground
      render(
        <>
          {fields.map((field, index) => (
            <BadgeView key={index} {...props} field={field} />
          ))}
        </>,
      )
      await until(() => shows('Too few.'))
      expect(await axeFindings()).toEqual([])
      document.body.style.background = ''
    })
  }
})
