import { nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Facts } from '../../facts/facts.js'
import { each, problem, rule } from '../../rule.js'

export const contactEmail = rule(
  'ContactEmailNotValid',
  'The address of the contact is an e-mail address.',
  ({ info }) => {
    const email = nodeOf(info.node['contact'])['email']
    return email === undefined || /^[\x21-\x7e]+@[\w-]+(\.[\w-]+)+$/.test(textOf(email) ?? '')
      ? []
      : [
          problem(
            at(info.place, 'contact', 'email'),
            `The e-mail address is ${shown(email)}; expected one like someone@example.com.`,
          ),
        ]
  },
)

export const urls = rule('UrlNotValid', 'Addresses of pages are absolute.', (facts) =>
  each(addresses(facts), ({ value }) =>
    isAbsolute(value)
      ? undefined
      : `The address is ${shown(value)}; expected one that starts with https://.`,
  ),
)

function addresses({ info, root }: Facts) {
  return [
    { owner: info, name: 'contact' },
    { owner: info, name: 'license' },
    { owner: root, name: 'externalDocs' },
  ].flatMap(({ owner, name }) => {
    const value = nodeOf(owner.node[name])['url']
    return value === undefined ? [] : [{ value, place: at(owner.place, name, 'url') }]
  })
}

function isAbsolute(value: unknown): boolean {
  return /^https?:\/\//.test(textOf(value) ?? '') && URL.canParse(textOf(value) ?? '')
}
