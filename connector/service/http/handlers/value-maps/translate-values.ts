import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { shorten } from '../../shorten.js'
import { shownParts, translateAll, translatedBy } from './translate.js'
import type { AskedCode, Translation } from './translate.js'

type Sent = Omit<AskedCode, 'direction'> & Partial<Pick<AskedCode, 'direction'>>

export const translateValues: Handler = async ({ body }, { client }) => {
  const { translations } = body as { readonly translations: readonly Sent[] }
  const asked = translations.map((one): AskedCode => ({ direction: 'ToCanonical', ...one }))
  const results = await translateAll(asked, client)
  const count = (kind: Translation['kind']) => results.filter((one) => one.kind === kind).length
  return {
    value: asked.map((one, index) => outcome(one, results[index] ?? { kind: 'unknown' })),
    translated: count('translated'),
    unknown: count('unknown'),
    ambiguous: count('ambiguous'),
  }
}

function outcome(asked: AskedCode, translation: Translation): object {
  switch (translation.kind) {
    case 'translated':
      return present({ outcome: 'Translated', ...asked, ...translatedBy(translation.map, asked) })
    case 'unknown': {
      const { message } = new ApiError('ValueMapNotFound', shownParts(asked))
      return { outcome: 'Unknown', ...asked, message }
    }
    case 'ambiguous': {
      const { candidates } = translation
      const { message } = new ApiError('AmbiguousTranslation', {
        ...shownParts(asked),
        candidates: candidates.map(shorten).join(', '),
      })
      return { outcome: 'Ambiguous', ...asked, candidates, message }
    }
  }
}
