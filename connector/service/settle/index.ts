export { resumedPlan } from './resumed-plan.js'
export { settleDecisions, settleUnder } from './settle-decisions.js'
