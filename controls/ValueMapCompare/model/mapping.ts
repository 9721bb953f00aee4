export { anySystem, confidenceOf } from '../../../solution/tables/value-map-comparison.js'
export type { Mapping } from '../../../solution/tables/value-map-comparison.js'
