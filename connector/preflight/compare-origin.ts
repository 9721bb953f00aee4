import type { Solution } from '../../solution/model/solution/index.js'
import type { Environment } from './environment.js'
import { conflict } from './finding.js'
import type { Finding } from './finding.js'

/** Publisher, solution and apps of the same name. */
export function compareOrigin(solution: Solution, environment: Environment): readonly Finding[] {
  return [
    ...notTold(environment),
    ...comparePublisher(solution, environment),
    ...compareSolution(solution, environment),
    ...compareApps(environment),
  ]
}

function comparePublisher({ publisher }: Solution, { publishers }: Environment): Finding[] {
  if (!publishers) return []
  const { uniqueName, prefix, optionValuePrefix } = publisher
  const ours = `${uniqueName} (prefix ${prefix}, choice values from ${optionValuePrefix}0000)`
  return publishers.flatMap((there) => {
    const isSame =
      there.uniqueName === uniqueName &&
      there.prefix === prefix &&
      there.optionValuePrefix === optionValuePrefix
    if (isSame) return []
    const theirs =
      `${there.uniqueName} (prefix ${there.prefix}, ` +
      `choice values from ${there.optionValuePrefix}0000)`
    const advice =
      there.uniqueName === uniqueName
        ? 'A publisher keeps its prefixes: the import would be refused. Use another environment.'
        : `Two publishers of one prefix cannot be: delete ${there.uniqueName} if nothing is its, ` +
          'or use another environment.'
    return [conflict(`publisher ${there.uniqueName}`, theirs, ours, advice)]
  })
}

function compareSolution(solution: Solution, { solutions }: Environment): Finding[] {
  const { uniqueName, version, publisher } = solution
  if (!solutions) return []
  return solutions.map((there) => {
    const place = `solution ${uniqueName}`
    const theirs = `${there.version} of ${there.publisher}, ${there.isManaged ? 'managed' : 'unmanaged'}`
    const ours = `${version} of ${publisher.uniqueName}`
    if (there.publisher !== publisher.uniqueName) {
      const advice = 'Another publisher has a solution of this name: use another environment.'
      return conflict(place, theirs, ours, advice)
    }
    if (isNewer(there.version, version)) {
      const advice = 'What is there is newer: import at least that version.'
      return conflict(place, theirs, ours, advice)
    }
    const kind = there.isManaged ? 'managed' : 'unmanaged'
    const advice = `It is there already: import the ${kind} zip to update it.`
    return { level: 'note', place, there: theirs, brought: ours, advice }
  })
}

function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0
}

/** Apps of a solution that was imported before are its own. */
function compareApps({ apps, solutions }: Environment): Finding[] {
  if (!apps || (solutions && solutions.length > 0)) return []
  return apps.map((name) =>
    conflict(
      `app ${name}`,
      'an app of this name',
      'an app of this name',
      'Delete or rename the app that is there, or remove the solution that brought it.',
    ),
  )
}

function notTold(environment: Environment): Finding[] {
  const kinds = (['publishers', 'solutions', 'apps'] as const).filter((kind) => !environment[kind])
  if (kinds.length === 0) return []
  return [
    {
      level: 'note',
      place: kinds.join(', '),
      there: 'not told',
      brought: 'one of each',
      advice: 'They are not compared. (A local Dataverse has none.)',
    },
  ]
}
