import type { Theme } from '@fluentui/react'

import { mayDo } from '../shared/privileges.js'
import { stringsOf } from '../shared/strings.js'
import type { Strings } from '../shared/strings.js'
import { themeOf } from '../shared/theme.js'
import { mapTable } from './data/map-columns.js'
import type { CompareProps, Numbers } from './view/props.js'

type Context = Pick<
  ComponentFramework.Context<unknown>,
  'mode' | 'utils' | 'resources' | 'userSettings' | 'formatting' | 'fluentDesignLanguage'
>

/** Pixels of width, below which there is room for little. */
const narrow = 480

/** What stays the same for as long as the page does: made once, so that rows are not drawn anew. */
interface Lasting {
  readonly strings: Strings
  readonly numbers: Numbers
}

export type PageProps = Lasting &
  Pick<CompareProps, 'theme' | 'height' | 'isNarrow' | 'mayRead' | 'mayWrite' | 'mayCreate'>

/** Reads of the platform's context what the view needs of the page, the user and the look. */
export class PageAdapter {
  #lasting: Lasting | undefined
  #theme: { readonly theme: Theme; readonly tokens: unknown; readonly rtl: boolean } | undefined

  propsOf(context: Context): PageProps {
    const { mode, utils } = context
    this.#lasting ??= { strings: stringsOf(context.resources), numbers: numbersOf(context) }
    const isEnabled = !mode.isControlDisabled
    return {
      ...this.#lasting,
      theme: this.#themeOf(context),
      height: mode.allocatedHeight > 0 ? mode.allocatedHeight : undefined,
      isNarrow: mode.allocatedWidth > 0 && mode.allocatedWidth < narrow,
      mayRead: mayDo(utils, mapTable.table, 'read'),
      mayWrite: isEnabled && mayDo(utils, mapTable.table, 'write'),
      mayCreate: isEnabled && mayDo(utils, mapTable.table, 'create'),
    }
  }

  #themeOf({ fluentDesignLanguage: design, userSettings }: Context): Theme {
    const { isRTL: rtl } = userSettings
    const tokens: unknown = design?.tokenTheme
    if (!this.#theme || this.#theme.tokens !== tokens || this.#theme.rtl !== rtl) {
      this.#theme = { theme: themeOf(design, rtl), tokens, rtl }
    }
    return this.#theme.theme
  }
}

function numbersOf({ formatting, userSettings }: Context): Numbers {
  return {
    decimalSeparator: userSettings.numberFormattingInfo.numberDecimalSeparator,
    formatInteger: (value) => formatting.formatInteger(value),
    formatDecimal: (value, digits) => formatting.formatDecimal(value, digits),
  }
}
