export {
  buildMatrix,
  cellOf,
  compareText,
  marks,
  otherMeanings,
} from '../../../solution/tables/value-map-comparison.js'
export type {
  Cell,
  Mark,
  Matrix,
  MatrixOptions,
  MatrixRow,
  Meanings,
} from '../../../solution/tables/value-map-comparison.js'
