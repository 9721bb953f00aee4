import type { Rule } from './rule.js'
import { infoRules } from './rules/info/index.js'
import { pathRules } from './rules/paths/index.js'
import { operationRules } from './rules/operation/index.js'
import { parameterRules } from './rules/parameters/index.js'
import { responseRules } from './rules/responses/index.js'
import { schemaRules } from './rules/schemas/index.js'
import { dynamicRules } from './rules/dynamic/index.js'
import { webhookRules } from './rules/webhooks/index.js'
import { securityRules } from './rules/security/index.js'
import { fileRules } from './rules/files/index.js'

/** Every rule, in the order in which findings are reported. */
export const rules: readonly Rule[] = [
  ...infoRules,
  ...pathRules,
  ...operationRules,
  ...parameterRules,
  ...responseRules,
  ...schemaRules,
  ...dynamicRules,
  ...webhookRules,
  ...securityRules,
  ...fileRules,
]
