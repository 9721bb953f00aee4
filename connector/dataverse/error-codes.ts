/** The platform's error codes that the client tells apart, as it writes them, in lower case. */
export const errorCode = {
  objectDoesNotExist: '0x80040217',
  recordNotFoundByKey: '0x80060891',
  duplicateKey: '0x80060892',
  duplicateRecord: '0x80040237',
  uniqueIndexViolated: '0x80073002',
  duplicatesDetected: '0x80040333',
  concurrencyVersionMismatch: '0x80060882',
  privilegeDenied: '0x80040220',
  throttledByTime: '0x80072321',
  throttledByRequests: '0x80072322',
  throttledByConcurrency: '0x80072326',
  aggregateLimitExceeded: '0x8004e023',
  changeTrackingExpired: '0x80044352',
  sqlTimeout: '0x80044151',
} as const
