import type { OperationHandler } from '../../operation-context.js'
import { linkIdentifier } from './link-identifier.js'
import { listIdentifiers } from './list-identifiers.js'
import { resolveIdentifier } from './resolve-identifier.js'
import { resolveIdentifiers } from './resolve-identifiers.js'
import { unlinkIdentifier } from './unlink-identifier.js'

export const crosswalkHandlers = {
  LinkIdentifier: { handle: linkIdentifier, status: 201 },
  ListIdentifiers: { handle: listIdentifiers },
  ResolveIdentifier: { handle: resolveIdentifier },
  ResolveIdentifiers: { handle: resolveIdentifiers },
  UnlinkIdentifier: { handle: unlinkIdentifier },
} as const satisfies Readonly<Record<string, OperationHandler>>
