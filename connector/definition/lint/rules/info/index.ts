import type { Rule } from '../../rule.js'
import { contactEmail, urls } from './contact.js'
import { lengthExceeded, lengthInRange, summaryLength } from './lengths.js'
import { categoriesFew, categoriesKnown, metadataGiven } from './metadata.js'
import { propertiesGiven, valuesGiven } from './required.js'
import {
  basePath,
  hostName,
  productionHost,
  schemesGiven,
  schemesKnown,
  schemesSupported,
  specificationVersion,
  tagsOnce,
} from './root.js'
import {
  alphanumericEnd,
  descriptionsOfTheirOwn,
  sentenceCase,
  sentences,
  summaryCharacters,
  titleCase,
} from './style.js'
import { english, words } from './words.js'

export const infoRules: readonly Rule[] = [
  contactEmail,
  urls,
  lengthExceeded,
  lengthInRange,
  summaryLength,
  metadataGiven,
  categoriesKnown,
  categoriesFew,
  propertiesGiven,
  valuesGiven,
  specificationVersion,
  hostName,
  productionHost,
  basePath,
  schemesGiven,
  schemesKnown,
  schemesSupported,
  tagsOnce,
  alphanumericEnd,
  summaryCharacters,
  sentenceCase,
  titleCase,
  sentences,
  descriptionsOfTheirOwn,
  words,
  english,
]
