import { unzlibSync } from 'fflate'

/** Pixels from the top left, four bytes each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Reads a PNG as Chromium writes it: eight bits a channel, with or without alpha, not interlaced. */
export function decodePng(png: Uint8Array): Pixels {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (!header) throw new Error('The PNG has no header.')
  const view = new DataView(header.buffer, header.byteOffset)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth, colour, , , interlace] = header.subarray(8)
  if (depth !== 8 || interlace !== 0 || (colour !== 2 && colour !== 6)) {
    throw new Error(`The PNG has depth ${depth ?? ''} and colour type ${colour ?? ''}.`)
  }
  const channels = colour === 6 ? 4 : 3
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data))
  const lines = unfilter(unzlibSync(data), width * channels, height, channels)
  const rgba = new Uint8Array(width * height * 4).fill(255)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba.set(lines.subarray(pixel * channels, (pixel + 1) * channels), pixel * 4)
  }
  return { width, height, rgba }
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Takes back what the PNG's lines were filtered by, each by a way of its own. */
function unfilter(data: Uint8Array, bytes: number, height: number, channels: number): Uint8Array {
  const lines = new Uint8Array(bytes * height)
  const at = (line: number, byte: number) =>
    line < 0 || byte < 0 ? 0 : (lines[line * bytes + byte] ?? 0)
  for (let line = 0; line < height; line += 1) {
    const start = line * (bytes + 1)
    const filter = data[start] ?? 0
    for (let byte = 0; byte < bytes; byte += 1) {
      const left = at(line, byte - channels)
      const above = at(line - 1, byte)
      const corner = byte < channels ? 0 : at(line - 1, byte - channels)
      lines[line * bytes + byte] =
        (data[start + 1 + byte] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return lines
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      return 0
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [left, above, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
