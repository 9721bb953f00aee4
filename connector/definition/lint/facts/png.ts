import { inflateSync } from 'node:zlib'

/** What a PNG shows at its edge. */
export interface Png {
  readonly width: number
  readonly height: number
  /** The pixel in the upper left corner as `#rrggbb`; undefined where it is (partly) transparent. */
  readonly corner: string | undefined
}

const signature = '89504e470d0a1a0a'

/** @returns undefined for what is no PNG of eight bits a channel, or is broken. */
export function readPng(bytes: Uint8Array): Png | undefined {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (png.subarray(0, 8).toString('hex') !== signature || png[24] !== 8) return undefined
    const pixels = inflateSync(Buffer.concat(chunks(png, 'IDAT')))
    return {
      width: png.readUInt32BE(16),
      height: png.readUInt32BE(20),
      corner: cornerOf(png, pixels),
    }
  } catch {
    return undefined
  }
}

/** No filter changes the first pixel: there is nothing before it. */
function cornerOf(png: Buffer, pixels: Buffer): string | undefined {
  const [gray, rgb, palette, grayAlpha, rgba] = [0, 2, 3, 4, 6]
  const color = (bytes: Buffer) => (bytes.length === 3 ? `#${bytes.toString('hex')}` : undefined)
  const shade = pixels[1] ?? 0
  switch (png.readUInt8(25)) {
    case gray:
      return color(Buffer.from([shade, shade, shade]))
    case rgb:
      return color(pixels.subarray(1, 4))
    case palette: {
      const isOpaque = (Buffer.concat(chunks(png, 'tRNS'))[shade] ?? 255) === 255
      const colors = Buffer.concat(chunks(png, 'PLTE'))
      return isOpaque ? color(colors.subarray(shade * 3, shade * 3 + 3)) : undefined
    }
    case grayAlpha:
      return pixels[2] === 255 ? color(Buffer.from([shade, shade, shade])) : undefined
    case rgba:
      return pixels[4] === 255 ? color(pixels.subarray(1, 4)) : undefined
    default:
      return undefined
  }
}

function chunks(png: Buffer, type: string): readonly Buffer[] {
  const found: Buffer[] = []
  for (let start = 8; start + 8 <= png.length; start += png.readUInt32BE(start) + 12) {
    if (png.toString('latin1', start + 4, start + 8) === type) {
      found.push(png.subarray(start + 8, start + 8 + png.readUInt32BE(start)))
    }
  }
  return found
}
