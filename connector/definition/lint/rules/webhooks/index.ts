import type { Rule } from '../../rule.js'
import {
  batchProduces,
  contentGiven,
  subscriptionAnswers,
  urlGiven,
  urlInternal,
  urlPosition,
  urlRequired,
  urlString,
} from './notification-urls.js'
import { namesWebhook, notWebhook, onlyTriggers, sameParameters } from './notifications.js'

export const webhookRules: readonly Rule[] = [
  urlInternal,
  urlRequired,
  urlString,
  urlPosition,
  contentGiven,
  urlGiven,
  subscriptionAnswers,
  batchProduces,
  notWebhook,
  onlyTriggers,
  namesWebhook,
  sameParameters,
]
