// A parent of one waiting child: prints the child's process id and waits to be killed.
import { startChild } from '../../../../../connector/service/start/child.js'

const [, , note = '', logFile = ''] = process.argv
const child = startChild({
  name: 'child',
  script: 'test/connector/service/start/processes/waits.ts',
  args: [note, 'child'],
  env: {},
  logFile,
  readyLine: (line) => (line.startsWith('ready') ? line : undefined),
})
await child.ready
console.log(child.pid)
