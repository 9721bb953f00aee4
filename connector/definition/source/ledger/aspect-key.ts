import { maxLength } from '../../../../solution/tables/index.js'
import { text } from '../schemas.js'

export const aspectKey = text(
  'Aspect Key',
  'Only entries of this column, or * for whole records.',
  {
    visibility: 'advanced',
    minLength: 1,
    maxLength: maxLength.logicalName,
    example: 'emailaddress1',
  },
)
