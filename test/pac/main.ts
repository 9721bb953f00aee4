import { fileURLToPath } from 'node:url'

import { checkPac } from './check-pac.js'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

process.exitCode = await checkPac({
  dist: fromRoot('dist'),
  cache: fromRoot('.cache'),
  log: (line) => console.log(line),
})
