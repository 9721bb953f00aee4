/** The clouds that the platform runs in. GCC uses the commercial sign-in. */
export const clouds = ['commercial', 'gcc', 'gcc-high', 'dod'] as const
export type Cloud = (typeof clouds)[number]

interface CloudAddresses {
  readonly label: string
  /** Where users and applications sign in. */
  readonly login: string
  /** Where the maker portal of the command line tool is asked. */
  readonly powerApps: string
}

/**
 * What differs from cloud to cloud for the connector and its service.
 * Source: learn.microsoft.com/power-platform/admin/powerapps-us-government
 */
export const cloudAddresses: Readonly<Record<Cloud, CloudAddresses>> = {
  commercial: {
    label: 'Commercial',
    login: 'https://login.microsoftonline.com',
    powerApps: 'https://api.powerapps.com',
  },
  gcc: {
    label: 'GCC',
    login: 'https://login.microsoftonline.com',
    powerApps: 'https://gov.api.powerapps.us',
  },
  'gcc-high': {
    label: 'GCC High',
    login: 'https://login.microsoftonline.us',
    powerApps: 'https://high.api.powerapps.us',
  },
  dod: {
    label: 'DoD',
    login: 'https://login.microsoftonline.us',
    powerApps: 'https://api.apps.appsplatform.us',
  },
}
