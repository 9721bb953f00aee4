const longestShown = 80

/** A value of a request as an error shows it: text in quotes, cut; objects and lists by their size. */
export function shorten(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > longestShown
      ? `${JSON.stringify(wellCut(value))}...`
      : JSON.stringify(value)
  }
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) {
    return `an object of ${Object.keys(value).length} properties`
  }
  return String(value)
}

/** Cut so that no character beyond the basic plane is halved. */
function wellCut(value: string): string {
  return value.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, '')
}
