import fc from 'fast-check'

import { defaultSeed } from './seed.js'

/** FAST_CHECK_SEED, a number, tries other cases. */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? defaultSeed) })
