export { settleDecisions, settleUnder } from './settle-decisions.js'
