import type { Rule } from '../../rule.js'
import { definitionsAnswered, parametersDefined } from './connection-parameters.js'
import { fileSize, indentation, keyOrder } from './form.js'
import { iconBackground, iconFormat, iconSize } from './icon.js'
import { nextLinkPolicies, nextLinksUpdated } from './next-link-policy.js'
import { policyOperations, policyOperationsGiven, policyTemplates } from './policies.js'
import { brandColor, capabilitiesKnown, publisher, scriptOperations } from './properties.js'
import { readmeOperations, readmeSections } from './readme.js'

export const fileRules: readonly Rule[] = [
  definitionsAnswered,
  parametersDefined,
  fileSize,
  indentation,
  keyOrder,
  iconFormat,
  iconSize,
  iconBackground,
  nextLinksUpdated,
  nextLinkPolicies,
  policyTemplates,
  policyOperations,
  policyOperationsGiven,
  publisher,
  brandColor,
  capabilitiesKnown,
  scriptOperations,
  readmeSections,
  readmeOperations,
]
