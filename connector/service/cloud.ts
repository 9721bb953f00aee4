import { cloudAddresses } from '../definition/source/clouds.js'
import type { Cloud } from '../definition/source/clouds.js'

export { clouds } from '../definition/source/clouds.js'
export type { Cloud }

/** Where an application of the cloud signs in. */
export const authorityHost = (cloud: Cloud): string => cloudAddresses[cloud].login
