// Ends before it is ready.
console.error('NO_SUCH_SETTING is not set')
process.exit(2)
