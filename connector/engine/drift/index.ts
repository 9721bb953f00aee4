export { coveredColumns, driftMarks } from './drift-marks.js'
export type { DriftMark, MarkChange, MarkedEntry } from './drift-marks.js'
