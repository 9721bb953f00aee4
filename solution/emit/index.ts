export * from './package/package-files.js'
export * from './package/zip.js'
export * from './unpacked/unpacked-files.js'
export * from './xml.js'
