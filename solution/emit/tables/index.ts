export { emitChoice } from './choice.js'
export { emitEntity } from './entity.js'
export { emitImageConfigs } from './images.js'
export { emitRelationships } from './relationships.js'
