export const identifierExample = {
  identifierId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
  sourceSystemKey: 'HRIS',
  targetTable: 'contact',
  externalKey: 'E-100',
  targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
  firstSeenDateTime: '2026-11-20T10:00:00Z',
  lastSeenDateTime: '2026-11-21T10:00:00Z',
} as const
