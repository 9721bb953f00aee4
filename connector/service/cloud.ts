/** The clouds that Dataverse runs in. GCC uses the commercial sign-in. */
export const clouds = ['commercial', 'gcc', 'gcc-high', 'dod'] as const
export type Cloud = (typeof clouds)[number]

/** Where an application of the cloud signs in. */
export const authorityHost: Readonly<Record<Cloud, string>> = {
  commercial: 'https://login.microsoftonline.com',
  gcc: 'https://login.microsoftonline.com',
  'gcc-high': 'https://login.microsoftonline.us',
  dod: 'https://login.microsoftonline.us',
}
