import type { Finding } from './finding.js'

/** One line: `error V3 customizations.xml:120 Entity x > ...: what is wrong.` */
export function describeFinding({ level, rule, file, line, element, message }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}`
  return `${level} ${rule} ${place} ${element}: ${message}`
}
