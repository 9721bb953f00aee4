import { loadControl } from '../../../controls/host/index.js'
import { fluentDesignOf } from '../../../controls/host/look.js'
import type { HostLook } from '../../../controls/host/types.js'
import type { BadgeProps } from '../../../controls/ProvenanceBadge/view/props.js'
import { provideFluentIcons } from '../../../controls/shared/icons.js'
import { stringsOf } from '../../../controls/shared/strings.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { themeOf } from '../../../controls/shared/theme.js'
import { certified, day } from '../ledger-timeline/entries.js'
import { fieldWith, styleOf, textData } from './texts.js'

export const builtBadge = '/base/dist/controls/ProvenanceBadge/'

/** The texts that the built control brings. */
export async function badgeTexts(languageId = 1033): Promise<Strings> {
  provideFluentIcons()
  const { strings } = await loadControl(builtBadge, languageId)
  return stringsOf({ getString: (id) => strings.get(id) ?? id, getResource: () => undefined })
}

/** A badge that says that HRIS brought the value, but for what is given. */
export function badgeProps(
  texts: Strings,
  over: Partial<BadgeProps> = {},
  look: HostLook['theme'] = 'light',
): BadgeProps {
  return {
    theme: themeOf(fluentDesignOf({ theme: look }), false),
    isRightToLeft: false,
    display: 'beside',
    field: fieldWith(textData('Ada')),
    label: 'Name',
    content: { state: 'entry', provenance: { entry: certified({ observed: day(1) }), waiting: 0 } },
    now: day(4).at,
    today: day(4).at,
    texts,
    style: styleOf(),
    onOutput: () => undefined,
    onRetry: () => undefined,
    onOpen: () => undefined,
    onReadHistory: () => Promise.resolve({ state: 'entries', entries: [], hasMore: false }),
    ...over,
  }
}

/** Waits until it holds: jasmine's own expectations do not throw. */
export async function until(holds: () => boolean): Promise<void> {
  const start = performance.now()
  while (!holds()) {
    if (performance.now() - start > 4_000) throw new Error(`It never came true: ${String(holds)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
