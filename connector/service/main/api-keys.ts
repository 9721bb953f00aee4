import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { keyRoles, newApiKey } from '../auth/api-keys.js'
import type { StoredApiKey } from '../auth/api-keys.js'
import { KeyFile } from '../auth/key-file.js'
import { CommandError, runProcess } from '../run-process.js'
import { SettingsError } from '../settings.js'
import { SettingsReader } from '../settings-reader.js'

const usage = `Expected one of:
  npm run api-keys -- list
  npm run api-keys -- add SOURCE_SYSTEM_KEY [--roles submit,read] [--days 365]
  npm run api-keys -- revoke KEY_ID`

/** Keeps the file of API keys. A key is shown when it is made and never again. */
await runProcess(async () => {
  const reader = new SettingsReader(process.env)
  const path = reader.required('API_KEYS_FILE', ': the file that the service reads')
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      roles: { type: 'string', default: 'submit,read' },
      days: { type: 'string', default: '365' },
    },
  })
  if (reader.faults.length > 0) throw new SettingsError(reader.faults)
  const file = new KeyFile(path)
  const keys = existsSync(path) ? await file.keys() : []
  const [command, argument] = positionals
  if (command === 'list' && argument === undefined) {
    for (const { id, sourceSystemKey, roles: given, expires } of keys) {
      process.stdout.write(`${id}  ${sourceSystemKey}  ${given.join(',')}  until ${expires}\n`)
    }
  } else if (command === 'add' && argument !== undefined) {
    const { key, stored } = newApiKey({
      sourceSystemKey: argument,
      roles: givenRoles(values.roles),
      created: new Date().toISOString(),
      expires: new Date(Date.now() + givenDays(values.days) * 86_400_000).toISOString(),
    })
    await file.write([...keys, stored])
    process.stdout.write(`${key}\n`)
    process.stderr.write(`For ${argument} until ${stored.expires}. It is not shown again.\n`)
  } else if (command === 'revoke' && argument !== undefined) {
    const rest = keys.filter(({ id }) => id !== argument)
    if (rest.length === keys.length) {
      throw new CommandError(`There is no key ${argument} in ${path}.`)
    }
    await file.write(rest)
  } else {
    throw new CommandError(usage)
  }
})

function givenRoles(text: string): StoredApiKey['roles'] {
  return text.split(',').map((name) => {
    const role = keyRoles.find((known) => known === name.trim())
    if (!role)
      throw new CommandError(`--roles has ${name}, expected some of ${keyRoles.join(', ')}.`)
    return role
  })
}

function givenDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 3_650) return days
  throw new CommandError(`--days is ${text}, expected a whole number from 1 to 3650.`)
}
