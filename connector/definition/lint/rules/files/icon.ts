import { iconName } from '../../connector-files.js'
import type { Facts } from '../../facts/facts.js'
import { textOf } from '../../facts/json.js'
import { startOf } from '../../facts/place.js'
import { readPng } from '../../facts/png.js'
import { limits } from '../../limits.js'
import { problem, rule } from '../../rule.js'
import type { Problem } from '../../rule.js'

export const iconFormat = rule('IconNotPng', 'The icon is a PNG.', ({ files: { icon } }) =>
  icon && !readPng(icon) ? said('The icon is no PNG of eight bits a channel; expected one.') : [],
)

export const iconSize = rule(
  'IconSizeNotValid',
  'The icon is a square of the size that the gallery shows.',
  (facts) => {
    const png = pngOf(facts)
    const size = limits.iconSize
    return png && (png.width !== size || png.height !== size)
      ? said(`The icon is ${png.width} by ${png.height}; expected ${size} by ${size}.`)
      : []
  },
)

export const iconBackground = rule(
  'IconBackgroundNotBrandColor',
  'The background of the icon is the brand colour, not transparent.',
  (facts) => {
    const png = pngOf(facts)
    const brand = (textOf(facts.properties?.node['iconBrandColor']) ?? '').toLowerCase()
    if (!png || !facts.properties) return []
    return png.corner === brand
      ? []
      : said(
          `The background of the icon is ${png.corner ?? 'transparent'}; expected the brand colour ${brand}.`,
        )
  },
)

function pngOf({ files: { icon } }: Facts) {
  return icon && readPng(icon)
}

function said(message: string): readonly Problem[] {
  return [problem(startOf(iconName), message)]
}
