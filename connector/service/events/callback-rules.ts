import type { Cloud } from '../cloud.js'

/** Which addresses the service may send events to. */
export interface CallbackRules {
  /** Host names; one that begins with a dot stands for every name that ends with it. */
  readonly hosts: readonly string[]
  /** Whether this machine may be told, without encryption too: for trying things out. */
  readonly allowLocal: boolean
}

/**
 * Where flows of each cloud listen. Government clouds other than GCC have no hosts of the commercial
 * one. Source: learn.microsoft.com/power-automate/ip-address-configuration; the government hosts
 * follow the naming of their clouds, and `CALLBACK_HOSTS` adds what a tenant uses besides.
 */
const flowHosts: Readonly<Record<Cloud, readonly string[]>> = {
  commercial: ['.logic.azure.com', '.api.powerplatform.com', '.azure-apihub.net'],
  gcc: [
    '.logic.azure.com',
    '.logic.azure.us',
    '.api.gov.powerplatform.microsoft.us',
    '.azure-apihub.us',
  ],
  'gcc-high': ['.logic.azure.us', '.api.high.powerplatform.microsoft.us', '.azure-apihub.us'],
  dod: ['.logic.azure.us', '.api.appsplatform.us', '.azure-apihub.us'],
}

export interface CallbackRuleOptions {
  readonly cloud: Cloud
  /** Besides those of the cloud. */
  readonly moreHosts?: readonly string[]
  readonly allowLocal?: boolean
}

export function callbackRules({
  cloud,
  moreHosts = [],
  allowLocal = false,
}: CallbackRuleOptions): CallbackRules {
  return { hosts: [...flowHosts[cloud], ...moreHosts], allowLocal }
}

/**
 * Why events are not sent to an address, as the end of a sentence; undefined where they may be. This
 * is about the address as it is written: what its name stands for is looked at when it is called.
 */
export function callbackFault(
  address: string,
  { hosts, allowLocal }: CallbackRules,
): string | undefined {
  if (!URL.canParse(address)) return 'it is no address.'
  const { protocol, hostname, port, username, password, hash } = new URL(address)
  if (username !== '' || password !== '') return 'it holds a user name or password.'
  if (hash !== '') return 'it holds a fragment.'
  if (allowLocal && isThisMachine(hostname) && /^https?:$/.test(protocol)) return undefined
  if (protocol !== 'https:') return 'it does not begin with https.'
  if (port !== '') return `it names port ${port}, expected none.`
  const host = hostname.replace(/\.$/, '')
  if (hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known))) {
    return undefined
  }
  return `its host ${host} is none of ${hosts.map((known) => known.replace(/^\./, '*.')).join(', ')}.`
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
