export { readChoice } from './choice.js'
export { otherRelationships, readManyToMany } from './other-relationships.js'
export { readTable } from './table.js'
