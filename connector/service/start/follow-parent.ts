import { stopMessage } from './stop-message.js'

/**
 * Loaded before the main module of a process that `npm start` runs (`node --import`). Such a process
 * stops, by its own SIGTERM handler, when its parent asks for it or is gone, however that ended:
 * no process is left behind, and no signal is needed, which Windows would deliver as a kill.
 */
const graceMs = 15_000
let stopping = false

function stop(): void {
  if (stopping) return
  stopping = true
  if (process.listenerCount('SIGTERM') === 0) process.exit(0)
  setTimeout(() => process.exit(1), graceMs).unref()
  process.emit('SIGTERM', 'SIGTERM')
}

if (process.channel) {
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === stopMessage) stop()
  })
  process.channel.unref()
}

// A parent that was killed leaves broken pipes; the process has to outlive them to stop in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
