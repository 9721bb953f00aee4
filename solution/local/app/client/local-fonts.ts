/**
 * Keeps Fluent from asking the internet for its fonts; imported before Fluent, which reads this while
 * it loads. The system's fonts are used instead.
 */
Object.assign(window, { FabricConfig: { fontBaseUrl: '' } })
