// Says that it is ready, and notes in the file of its first argument when it is asked to stop.
import { appendFileSync } from 'node:fs'

const [, , note = '', name = ''] = process.argv
const timer = setInterval(() => undefined, 1_000)

process.on('SIGTERM', () => {
  appendFileSync(note, `${name} `)
  clearInterval(timer)
})
console.log('starting')
console.log('ready at http://127.0.0.1:4711')
