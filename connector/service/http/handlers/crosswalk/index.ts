import type { OperationHandler } from '../../operation-context.js'
import { listIdentifiers } from './list-identifiers.js'
import { resolveIdentifier } from './resolve-identifier.js'

export const crosswalkHandlers = {
  ListIdentifiers: { handle: listIdentifiers },
  ResolveIdentifier: { handle: resolveIdentifier },
} as const satisfies Readonly<Record<string, OperationHandler>>
