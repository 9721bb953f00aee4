import type { Pixels } from './decode.js'

/** Pixels as numbers of a palette's colours. */
export interface PalettePixels {
  readonly width: number
  readonly height: number
  /** Three bytes a colour. */
  readonly palette: Uint8Array
  readonly indexes: Uint8Array
}

const most = 256

/**
 * The picture in its 256 most frequent colours, each pixel in the one next to its own. Pictures of pages
 * have few colours besides the edges of letters, so that nobody sees a difference.
 */
export function withPalette({ width, height, rgba }: Pixels): PalettePixels {
  const counts = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const colours = [...counts]
    .sort(([one, ones], [other, others]) => others - ones || one - other)
    .slice(0, most)
    .map(([colour]) => colour)
  const nearest = new Map(colours.map((colour, index) => [colour, index]))
  const indexes = new Uint8Array(width * height)
  for (let pixel = 0; pixel < indexes.length; pixel += 1) {
    const colour = colourAt(rgba, pixel * 4)
    const index = nearest.get(colour) ?? nearestOf(colours, colour)
    nearest.set(colour, index)
    indexes[pixel] = index
  }
  const palette = Uint8Array.from(colours.flatMap(channelsOf))
  return { width, height, palette, indexes }
}

function colourAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0)
}

const channelsOf = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const

function nearestOf(colours: readonly number[], wanted: number): number {
  const [red, green, blue] = channelsOf(wanted)
  let found = 0
  let least = Infinity
  for (const [index, colour] of colours.entries()) {
    const [r, g, b] = channelsOf(colour)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) [found, least] = [index, distance]
  }
  return found
}
