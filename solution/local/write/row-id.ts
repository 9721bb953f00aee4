import { randomBytes } from 'node:crypto'

const pool = Buffer.alloc(1_024)
let used = pool.length

/** A new row's id (UUIDv7): ids made one after another lie side by side in an index. */
export function newRowId(): string {
  if (used + 10 > pool.length) {
    randomBytes(pool.length).copy(pool)
    used = 0
  }
  const random = pool.toString('hex', used, used + 10)
  used += 10
  const time = Date.now().toString(16).padStart(12, '0')
  const variant = '89ab'[Number.parseInt(random.slice(3, 4), 16) & 3] ?? '8'
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-` +
    `${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
  )
}
