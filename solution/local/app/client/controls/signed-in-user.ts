import type { HostUser } from '../../../../../controls/host/types.js'
import { requestJson } from '../../../../../controls/host/web-api-request.js'

/** The app's own texts are English, so that controls are shown in English, too. */
const english = 1033

const users = new Map<string, Promise<HostUser>>()

/** Whom the Web API takes the page's requests to be from; asked for once. */
export function signedInUser(webApi: string): Promise<HostUser> {
  const known = users.get(webApi)
  if (known) return known
  const asked = askUser(webApi).catch((error: unknown) => {
    users.delete(webApi)
    throw error
  })
  users.set(webApi, asked)
  return asked
}

async function askUser(webApi: string): Promise<HostUser> {
  const id = String((await requestJson(`${webApi}WhoAmI`))['UserId'])
  const user = await requestJson(`${webApi}systemusers(${id})?$select=fullname`)
  return {
    id,
    name: String(user['fullname']),
    languageId: english,
    isRightToLeft: document.documentElement.dir === 'rtl',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: navigator.language,
  }
}
