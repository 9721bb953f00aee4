/** Characters that encodeURIComponent escapes and a query or path segment may hold as they are. */
const readable: Readonly<Record<string, string>> = {
  '%24': '$',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%3D': '=',
  '%40': '@',
}

/** Percent-encodes the value of a query option, leaving what URLs allow: short and readable. */
export function encodeQueryValue(text: string): string {
  return encodeURIComponent(text).replace(
    /%(?:24|2C|2F|3A|3D|40)/g,
    (code) => readable[code] ?? code,
  )
}

/** `?$select=...&$filter=...` of the options that are given, percent-encoded; empty without any. */
export function queryText(options: Readonly<Record<string, string | undefined>>): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && value !== '') parts.push(`${name}=${encodeQueryValue(value)}`)
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Text as an OData literal: in single quotes, those inside doubled. */
export function textLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
