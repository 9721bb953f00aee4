import { fireEvent, screen } from '@testing-library/react'

import { showApp, until, webApi } from './app-page.js'

/** A field of the page, by the beginning of its label. */
export const field = (name: RegExp): HTMLInputElement =>
  screen.getByLabelText<HTMLInputElement>(name)

export const type = (name: RegExp, value: string): void => {
  fireEvent.change(field(name), { target: { value } })
}

export const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

/** Shows a record, and resolves once its name is there. */
export async function showRecord(table: string, id: string, name: string): Promise<void> {
  showApp(`#/any/record/${table}/${id}`)
  await screen.findByRole('heading', { level: 1, name })
}

/** Resolves once the page's address holds this. */
export const untilAddress = (part: string): Promise<void> =>
  until(() => location.hash.includes(part))

export async function readRow(set: string, id: string): Promise<Readonly<Record<string, unknown>>> {
  return (await (await fetch(`${webApi}${set}(${id})`)).json()) as Record<string, unknown>
}

export async function changeRow(set: string, id: string, values: object): Promise<void> {
  await fetch(`${webApi}${set}(${id})`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(values),
  })
}
