/** What the Web API said to a request it refused. */
export class WebApiError extends Error {
  override readonly name = 'WebApiError'
  constructor(
    message: string,
    readonly status: number,
    /** The platform's code as a number: 0x80040217 is -2147220969. */
    readonly errorCode: number,
  ) {
    super(message)
  }
}

const readable = { Accept: 'application/json', Prefer: 'odata.include-annotations="*"' }

/** Sends one request; rejects with a WebApiError where the answer is not a success. */
export async function request(
  url: string,
  init: {
    readonly method?: string
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
    readonly signal?: AbortSignal
  } = {},
): Promise<Response> {
  const response = await fetch(url, {
    method: init.method ?? 'GET',
    headers: {
      ...readable,
      ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...init.headers,
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    ...(init.signal ? { signal: init.signal } : {}),
  })
  if (!response.ok) throw await refusal(response)
  return response
}

/** The JSON object of a successful answer. */
export async function requestJson(
  url: string,
  init: Parameters<typeof request>[1] = {},
): Promise<Readonly<Record<string, unknown>>> {
  return (await (await request(url, init)).json()) as Record<string, unknown>
}

async function refusal(response: Response): Promise<WebApiError> {
  const text = await response.text()
  try {
    const { error } = JSON.parse(text) as { error: { message: string; code: string } }
    return new WebApiError(error.message, response.status, Number(error.code) | 0)
  } catch {
    return new WebApiError(text || response.statusText, response.status, 0)
  }
}
