import { fluentDesignOf } from '../../../controls/host/look.js'
import { loadControl } from '../../../controls/host/index.js'
import type { HostLook } from '../../../controls/host/types.js'
import { choicesWith, noChoices } from '../../../controls/LedgerTimeline/model/choices.js'
import type { Entry } from '../../../controls/shared/ledger/entry.js'
import { noFilters } from '../../../controls/LedgerTimeline/model/filters.js'
import type { Content, TimelineProps } from '../../../controls/LedgerTimeline/view/props.js'
import { provideFluentIcons } from '../../../controls/shared/icons.js'
import { stringsOf } from '../../../controls/shared/strings.js'
import type { Strings } from '../../../controls/shared/strings.js'
import { themeOf } from '../../../controls/shared/theme.js'
import { day } from './entries.js'

export const builtTimeline = '/base/dist/controls/LedgerTimeline/'

/** The texts that the built control brings. */
export async function timelineTexts(languageId = 1033): Promise<Strings> {
  provideFluentIcons()
  const { strings } = await loadControl(builtTimeline, languageId)
  return stringsOf({
    getString: (id) => strings.get(id) ?? id,
    getResource: () => undefined,
  })
}

/** Entries that are all there. */
export function contentOf(entries: readonly Entry[]): Content {
  return {
    state: 'entries',
    entries,
    total: { kind: 'exactly', count: entries.length },
    hasMore: false,
    isLoading: false,
  }
}

/** Props of a timeline on a contact's form, but for what is given. */
export function propsOf(
  texts: Strings,
  entries: readonly Entry[],
  over: Partial<TimelineProps> = {},
  look: HostLook['theme'] = 'light',
): TimelineProps {
  return {
    theme: themeOf(fluentDesignOf({ theme: look }), false),
    isRightToLeft: false,
    content: contentOf(entries),
    filters: noFilters,
    choices: choicesWith(noChoices, entries),
    ofOneRecord: true,
    readOnly: undefined,
    now: day(100).at,
    label: 'Provenance',
    height: undefined,
    labels: new Map([
      ['contact', { name: 'Contact', columns: new Map([['emailaddress1', 'E-mail']]) }],
    ]),
    texts,
    formats: {
      integer: (value) => new Intl.NumberFormat('en-US').format(value),
      day: (at) => new Date(at).toISOString().slice(0, 10),
      minutesAhead: () => 0,
    },
    onFilter: () => undefined,
    onLoadMore: () => undefined,
    onReload: () => undefined,
    onSelect: () => undefined,
    onOpen: () => undefined,
    onDecide: (_action, decided) =>
      Promise.resolve(decided.map(({ id }) => ({ outcome: 'done' as const, id }))),
    ...over,
  }
}
