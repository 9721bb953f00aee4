import { crc32 } from 'node:zlib'

import { zlibSync } from 'fflate'

import type { PalettePixels } from './palette.js'

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)

/** The picture as a PNG with a palette: the same bytes for the same pixels. */
export function encodePng({ width, height, palette, indexes }: PalettePixels): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // Eight bits a pixel, of a palette.
  header.set([8, 3], 8)
  const lines = new Uint8Array((width + 1) * height)
  for (let line = 0; line < height; line += 1) {
    lines.set(indexes.subarray(line * width, (line + 1) * width), line * (width + 1) + 1)
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(typed.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  bytes.set(typed, 4)
  bytes.writeUInt32BE(crc32(typed), typed.length + 4)
  return bytes
}
