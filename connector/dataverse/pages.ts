import { ProtocolError } from './errors.js'
import type { Operation } from './operation.js'
import type { Page } from './read.js'

/**
 * The pages of a query from its first, or from the address of a later one. Every page is asked for
 * with the headers of the first: the platform's page size and annotations depend on them.
 */
export async function* followPages<Row>(
  send: (operation: Operation<Page<Row>>) => Promise<Page<Row>>,
  root: URL,
  operation: Operation<Page<Row>>,
  from: string | undefined,
): AsyncIterable<Page<Row>> {
  let next: Operation<Page<Row>> | null =
    from === undefined ? operation : { ...operation, path: pathBelow(root, from) }
  while (next) {
    const page = await send(next)
    yield page
    next = page.nextLink === null ? null : { ...operation, path: pathBelow(root, page.nextLink) }
  }
}

/** A next link relative to the Web API's root. One of another place would be sent our token. */
function pathBelow(root: URL, link: string): string {
  const url = new URL(link, root)
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) {
    throw new ProtocolError(`The next page lies outside of ${root.href}: ${url.href.slice(0, 200)}`)
  }
  return url.pathname.slice(root.pathname.length) + url.search
}
