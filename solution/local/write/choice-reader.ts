import { DataverseError } from '../errors.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import { wrongType } from './payload-error.js'
import type { ValueReader } from './value-reader.js'

export function choiceReader(table: HostedTable, column: HostedColumn): ValueReader {
  return (value) => {
    if (value === null) return null
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw wrongType(table, column, value, 'Edm.Int32')
    }
    checkOption(table, column, value)
    return value
  }
}

/** Dataverse takes no more for one column. */
const mostChosen = 150

/** Several options, `1,3`: stored in ascending order, each once. Empty text clears. */
export function choicesReader(table: HostedTable, column: HostedColumn): ValueReader {
  return (value) => {
    if (value === null || value === '') return null
    if (typeof value !== 'string') throw wrongType(table, column, value, 'Edm.String')
    const texts = value.split(',').map((text) => text.trim())
    if (!texts.every((text) => /^-?\d{1,10}$/.test(text))) {
      throw wrongType(table, column, value, 'Collection(Edm.Int32)')
    }
    const chosen = [...new Set(texts.map(Number))].sort((a, b) => a - b)
    for (const one of chosen) checkOption(table, column, one)
    if (chosen.length > mostChosen) {
      throw new DataverseError(
        'choiceOutOfRange',
        `'${column.logicalName}' of '${table.logicalName}' takes at most ${mostChosen} choices, ` +
          `not ${chosen.length}.`,
      )
    }
    return chosen.join(',')
  }
}

function checkOption(table: HostedTable, column: HostedColumn, value: number): void {
  const { options } = column
  if (options?.has(value)) return
  throw new DataverseError(
    'choiceOutOfRange',
    `A validation error occurred. The value ${value} of '${column.logicalName}' on record of ` +
      `type '${table.logicalName}' is outside the valid range. ` +
      `Accepted Values: ${[...(options?.keys() ?? [])].join(',')}`,
  )
}
