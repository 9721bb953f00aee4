import type { ConnectorFiles } from './connector-files.js'
import { factsOf } from './facts/facts.js'
import { jsonPath } from './facts/place.js'
import type { Finding } from './finding.js'
import { rules } from './rules.js'

/**
 * Holds a connector to every rule. Never throws, whatever the files hold: what is missing breaks the
 * rules that expect it. What several operations share is reported once.
 */
export function lintConnector(files: ConnectorFiles): readonly Finding[] {
  const facts = factsOf(files)
  const findings = rules.flatMap(({ name, level, check }) =>
    check(facts).map(({ place, message }) => ({
      rule: name,
      level,
      file: place.file,
      place: jsonPath(place),
      message,
    })),
  )
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}
