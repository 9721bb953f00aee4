export * from './data-integration-connector.js'
export * from './data-integration-example.js'
export * from './data-integration-flows.js'
export * from './data-integration.js'
