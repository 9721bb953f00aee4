import { errorTable } from './errors.js'
import { families } from './families.js'
import { methods } from './swagger.js'
import type { Operation } from './swagger.js'

/** The text with its generated parts replaced: what stands between a part's start and end marks. */
export function withReference(text: string): string {
  const parts: Readonly<Record<string, string>> = {
    operations: operationTable(),
    errors: errorList(),
  }
  return Object.entries(parts).reduce((whole, [name, part]) => withPart(whole, name, part), text)
}

/**
 * The text with one generated part replaced.
 *
 * @throws Error where the text lacks the part's marks.
 */
export function withPart(text: string, name: string, part: string): string {
  const start = `<!-- ${name} -->`
  const end = `<!-- end of ${name} -->`
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The readme has no part ${start} ... ${end}.`)
  return `${text.slice(0, from + start.length)}\n${part}\n${text.slice(to)}`
}

/** What makers see; what the platform alone calls is left out. */
function operationTable(): string {
  const rows = families.flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method]
        if (!operation || operation['x-ms-visibility'] === 'internal') return []
        return [row(`${method.toUpperCase()} ${path}`, operation)]
      }),
    ),
  )
  return ['| operation | does | path |', '| --- | --- | --- |', ...rows].join('\n')
}

function row(path: string, { operationId, summary, description }: Operation): string {
  return `| ${operationId} | ${summary}: ${cell(lowerFirst(description))} | \`${path}\` |`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function errorList(): string {
  const rows = Object.entries(errorTable).map(
    ([code, { status, when }]) => `| \`${code}\` | ${status} | ${cell(when)}. |`,
  )
  return ['| code | status | when |', '| --- | --- | --- |', ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
