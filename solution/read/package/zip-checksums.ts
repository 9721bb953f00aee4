const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
/** Size of the end record without its comment, which has at most 65,535 bytes. */
const endSize = 22

/**
 * The CRC-32 that a zip's directory states for each entry, in the directory's order; empty where it
 * has no readable directory. Source: PKWARE's APPNOTE.TXT, sections 4.3.12 and 4.3.16.
 */
export function zipChecksums(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endSize
  const first = Math.max(0, end - 0xffff)
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end -= 1
  if (end < first) return []
  const checksums: number[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return []
    checksums.push(view.getUint32(at + 16, true))
    const variable = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    at += 46 + variable.reduce((sum, length) => sum + length, 0)
  }
  return checksums
}
