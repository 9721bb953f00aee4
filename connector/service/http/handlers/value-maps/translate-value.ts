import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { shorten } from '../../shorten.js'
import { shownParts, translateAll, translatedBy } from './translate.js'
import type { AskedCode } from './translate.js'

export const translateValue: Handler = async ({ query }, { client }) => {
  const asked = query as AskedCode
  const [translation] = await translateAll([asked], client)
  if (translation?.kind === 'translated') {
    return present({ ...asked, ...translatedBy(translation.map, asked) })
  }
  throw translation?.kind === 'ambiguous'
    ? new ApiError('AmbiguousTranslation', {
        ...shownParts(asked),
        candidates: translation.candidates.map(shorten).join(', '),
      })
    : new ApiError('ValueMapNotFound', shownParts(asked))
}
