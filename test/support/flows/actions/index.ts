import type { ActionType } from './action-type.js'
import { callOperation } from './call-operation.js'
import { condition, forEach, scope, terminate, until, wait } from './control.js'
import { compose, filterArray, parseJson, select, table } from './data.js'
import { http } from './http.js'

/** Types of actions by the name that definitions give them. */
export const actionTypes: Readonly<Record<string, ActionType>> = {
  OpenApiConnection: callOperation,
  // Of connectors that stand-ins play: they answer once what was waited for is there.
  OpenApiConnectionWebhook: callOperation,
  Http: http,
  Compose: compose,
  ParseJson: parseJson,
  Select: select,
  Query: filterArray,
  Table: table,
  Scope: scope,
  If: condition,
  Foreach: forEach,
  Until: until,
  Wait: wait,
  Terminate: terminate,
}
