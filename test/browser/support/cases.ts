import fc from 'fast-check'

import { defaultSeed } from '../../support/seed.js'

fc.configureGlobal({ seed: defaultSeed })
