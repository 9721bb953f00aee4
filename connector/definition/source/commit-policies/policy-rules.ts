import { maxLength, unmappedCodes } from '../../../../solution/tables/index.js'
import { flag, integer, labels, number, oneOf, required, text } from '../schemas.js'

/** What a policy says, besides what it is about and who may change it. */
export const policyRules = {
  commitMode: required(
    oneOf(
      'Commit Mode',
      'Whether a change takes effect when it arrives or once a steward certified it.',
      { OnIngest: 'On Ingest', OnCertify: 'On Certify' },
      { example: 'OnIngest' },
    ),
  ),
  autoCertify: flag('Auto Certify', 'Whether an applied change counts as certified at once.', {
    visibility: 'advanced',
    example: false,
  }),
  staleAfterDays: integer(
    'Stale After Days',
    'Days after which an unconfirmed value may be replaced by any authoritative source. Without one or with 0, never.',
    { visibility: 'advanced', maximum: 36500, example: 90 },
  ),
  codeList: text(
    'Code List',
    'The code list by which values are translated, where the item names none.',
    {
      visibility: 'advanced',
      minLength: 1,
      maxLength: maxLength.codeList,
      example: 'Country',
    },
  ),
  unmappedCodes: oneOf(
    'Unmapped Codes',
    'What happens to a code that no map knows. Without a choice, it is held.',
    labels(unmappedCodes),
    { visibility: 'advanced', example: 'Hold' },
  ),
  minimumConfidence: number(
    'Minimum Confidence',
    'Translations below this confidence are held, from 0 to 1.',
    { visibility: 'advanced', minimum: 0, maximum: 1, example: 0.8 },
  ),
  createMissingRecords: flag(
    'Create Missing Records',
    'Whether an authoritative source may add records.',
    { visibility: 'advanced', example: true },
  ),
  writeBack: flag(
    'Write Back',
    'Whether certified changes are sent to the other source systems that know the record.',
    { visibility: 'advanced', example: false },
  ),
  certificationsRequired: integer(
    'Certifications Required',
    'How many people have to certify a change, 1 or 2.',
    { visibility: 'advanced', minimum: 1, maximum: 2, example: 1 },
  ),
}
