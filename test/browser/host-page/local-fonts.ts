/** Keeps Fluent from asking the internet for its fonts; imported before Fluent. */
Object.assign(window, { FabricConfig: { fontBaseUrl: '' } })
