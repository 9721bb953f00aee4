import { buildControls } from './build-controls.js'

/** Builds the controls where their sources have changed, which also writes their generated types. */
for (const { folder, path } of await buildControls()) console.log(`${folder}: ${path}`)
