// Gets ready and ends by itself soon after.
console.log('ready at http://127.0.0.1:4711')
setTimeout(() => {
  console.error('the disk is full')
  process.exit(3)
}, 50)
