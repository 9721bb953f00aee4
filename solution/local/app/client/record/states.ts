import type { LoadedRecord } from './record-requests.js'

/** The values of `statecode`. */
export const activeState = 0
export const inactiveState = 1

export const isInactive = ({ row }: LoadedRecord): boolean => row['statecode'] === inactiveState

/** Whether records of the table are active or inactive at all. */
export const hasState = ({ metadata }: LoadedRecord): boolean =>
  metadata.columns.get('statecode')?.type === 'State'
