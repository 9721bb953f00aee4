export * from './open-package.js'
export * from './package-from-folder.js'
export * from './package-from-zip.js'
export * from './solution-package.js'
