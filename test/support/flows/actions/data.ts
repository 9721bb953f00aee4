import { Ajv } from 'ajv'

import { textOf } from '../expression/functions.js'
import type { Run } from '../run.js'
import type { ActionType } from './action-type.js'

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })

export const compose: ActionType = ({ action, run }) => {
  const inputs = run.resolve(action.inputs)
  return { status: 'Succeeded', inputs, outputs: inputs }
}

/** Fails for content that is not as its schema says. */
export const parseJson: ActionType = ({ action, run }) => {
  const { content, schema } = action.inputs as {
    readonly content: unknown
    readonly schema: object
  }
  const given = run.resolve(content)
  const body: unknown = typeof given === 'string' ? JSON.parse(given) : given
  if (!ajv.validate(schema, body)) throw new Error(`ValidationFailed: ${ajv.errorsText()}.`)
  return { status: 'Succeeded', inputs: { content: given, schema }, outputs: { body } }
}

/** Makes an entry of each one of a list. */
export const select: ActionType = ({ name, action, run }) => {
  const inputs = action.inputs as { readonly from: unknown; readonly select: unknown }
  const from = listOf(run, inputs.from)
  const body = from.map((entry) => run.withItem(name, entry).resolve(inputs.select))
  return { status: 'Succeeded', inputs: { from }, outputs: { body } }
}

/** The entries of a list for which a condition holds. */
export const filterArray: ActionType = ({ name, action, run }) => {
  const inputs = action.inputs as { readonly from: unknown; readonly where: unknown }
  const from = listOf(run, inputs.from)
  const body = from.filter((entry) => run.withItem(name, entry).resolve(inputs.where) === true)
  return { status: 'Succeeded', inputs: { from }, outputs: { body } }
}

interface TableInputs {
  readonly from: unknown
  readonly format: 'HTML'
  readonly columns: readonly { readonly header: string; readonly value: unknown }[]
}

/** A table of HTML from a list. */
export const table: ActionType = ({ name, action, run }) => {
  const { from, columns } = action.inputs as TableInputs
  const head = columns.map(({ header }) => `<th>${escaped(header)}</th>`).join('')
  const rows = listOf(run, from).map((entry) => {
    const row = run.withItem(name, entry)
    const cells = columns.map(({ value }) => `<td>${escaped(textOf(row.resolve(value)))}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  const body = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  return { status: 'Succeeded', outputs: { body } }
}

function listOf(run: Run, from: unknown): readonly unknown[] {
  const list = run.resolve(from)
  if (!Array.isArray(list)) throw new Error(`A list was expected, not ${JSON.stringify(list)}.`)
  return list
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
