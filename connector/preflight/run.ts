import { dataIntegration } from '../../solution/app/solutions/index.js'
import { createDataverseClient } from '../dataverse/index.js'
import { isLoopback, readUrl, usage, UsageError } from './arguments.js'
import { compare } from './compare.js'
import { lineOf } from './finding.js'
import { readEnvironment } from './read-environment.js'

export interface Output {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}

/** Compares, prints what stands in the way, and gives the exit code. Never rejects. */
export async function runPreflight(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    output.out(usage)
    return 0
  }
  try {
    return await comparison(readUrl(args), output)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    output.error(error instanceof UsageError ? message : `Preflight could not compare: ${message}`)
    return 2
  }
}

async function comparison(url: URL, { out }: Output): Promise<0 | 1> {
  const solution = dataIntegration({ controls: [] })
  const client = createDataverseClient({
    url: url.origin,
    retry: { attempts: 3 },
    ...(isLoopback(url) ? {} : { authorize: authorization(url) }),
  })
  try {
    const findings = compare(solution, await readEnvironment(client, solution))
    for (const finding of findings) out(lineOf(finding))
    const conflicts = findings.filter(({ level }) => level === 'conflict').length
    const name = `${solution.label} ${solution.version}`
    out(
      conflicts === 0
        ? `${name} can be imported into ${url.origin}.`
        : `${name} cannot be imported into ${url.origin}: ${conflicts} ` +
            `${conflicts === 1 ? 'conflict' : 'conflicts'}.`,
    )
    return conflicts === 0 ? 0 : 1
  } finally {
    await client.close()
  }
}

/**
 * Tokens of whoever is signed in here: environment variables, Azure CLI, and what else the library
 * knows. It is large and loaded only where it is needed.
 */
function authorization(url: URL): () => Promise<string> {
  return async () => {
    const { DefaultAzureCredential } = await import('@azure/identity')
    return (await new DefaultAzureCredential().getToken(`${url.origin}/.default`)).token
  }
}
