import { exampleId } from '../schemas.js'

/** A job right after it was submitted. */
export const submittedJob = {
  jobId: exampleId,
  name: 'hris-2026-11-21-1',
  jobStatus: 'Submitted',
  direction: 'Inbound',
  sourceSystemKey: 'HRIS',
  entityType: 'contact',
  submissionKey: 'hris-2026-11-21-1',
  submittedDateTime: '2026-11-21T10:00:00Z',
  received: 3,
  applied: 0,
  held: 0,
  unchanged: 0,
  superseded: 0,
  rejected: 0,
  failed: 0,
}

export const completedJob = {
  ...submittedJob,
  jobStatus: 'Completed',
  completedDateTime: '2026-11-21T10:00:02Z',
  applied: 2,
  held: 1,
}

const { submittedDateTime: _, ...unsubmitted } = submittedJob

/** A job that is being filled. */
export const openJob = { ...unsubmitted, jobStatus: 'Open', received: 0 }
