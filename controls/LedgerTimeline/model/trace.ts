/** A rule that was considered, and what it answered: names of the engine. */
export interface TraceStep {
  readonly rule: string
  readonly result: string
}

/** The steps of an entry's Decision Trace, in order; empty where it holds none. */
export function traceSteps(json: string): readonly TraceStep[] {
  const parsed = objectOf(json)
  return Object.entries(parsed ?? {}).map(([rule, result]) => ({ rule, result: String(result) }))
}

/** The fields of a whole-record value; undefined where the text is no such value. */
export function recordFields(
  value: string,
): readonly (readonly [column: string, value: string])[] | undefined {
  const parsed = objectOf(value)
  if (!parsed) return undefined
  return Object.entries(parsed).map(([column, held]) => [
    column,
    typeof held === 'string' ? held : held === null ? '' : JSON.stringify(held),
  ])
}

/** Longer texts are not worth parsing for display: they are shown as they are. */
const longestParsed = 100_000

function objectOf(json: string): Readonly<Record<string, unknown>> | undefined {
  if (!json.startsWith('{') || json.length > longestParsed) return undefined
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
