import { DataverseError } from '../errors.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'

const help = 'https://go.microsoft.com/fwlink/?linkid=2195293'

/** A body the platform cannot read as a row of the table, in its own wording. */
export function payloadError(table: HostedTable, reason: string): DataverseError {
  return new DataverseError(
    'badPayload',
    `Error identified in Payload provided by the user for Entity :'${table.entitySetName}', ` +
      `For more information on this error please follow this help link ${help}  ---->  ` +
      `InnerException : Microsoft.OData.ODataException: ${reason}`,
  )
}

export function invalidProperty(table: HostedTable, name: string): DataverseError {
  return payloadError(
    table,
    `Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
  )
}

/** A value of another type than the column's. Long values are cut in the message. */
export function wrongType(table: HostedTable, column: HostedColumn, value: unknown, type: string) {
  const literal = shortened(typeof value === 'string' ? value : JSON.stringify(value))
  return payloadError(
    table,
    `Cannot convert the literal '${literal}' to the expected type '${type}'. ` +
      `Property: '${column.logicalName}'.`,
  )
}

export function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text
}
