/** Merged by pcf-scripts into its own: sources name their imports as they run, `x.js` for `x.ts`. */
export const resolve = { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } }
