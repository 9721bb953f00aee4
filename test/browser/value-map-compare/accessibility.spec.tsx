import { fireEvent, screen } from '@testing-library/react'

import { axeFindings } from '../support/axe.js'
import type { HostLook } from '../../../controls/host/types.js'
import type { Strings } from '../../../controls/shared/strings.js'
import type { CompareProps } from '../../../controls/ValueMapCompare/view/props.js'
import {
  cellAt,
  cleanup,
  countries,
  propsOf,
  readStrings,
  renderView,
  rowsOf,
} from './view-page.js'

interface Scene {
  readonly name: string
  readonly props?: Partial<CompareProps>
  /** What is done before it is looked at. */
  readonly act?: () => Promise<unknown>
}

const scenes: readonly Scene[] = [
  { name: 'the matrix' },
  { name: 'the narrow matrix', props: { isNarrow: true } },
  {
    name: 'two systems side by side',
    act: () => {
      fireEvent.click(screen.getByRole('switch', { name: 'Compare two systems' }))
      return Promise.resolve()
    },
  },
  {
    name: 'the form of a mapping',
    act: () => {
      fireEvent.click(cellAt(2, 1))
      return screen.findByRole('dialog')
    },
  },
  {
    name: 'a refused form',
    act: async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Add mapping' }))
      fireEvent.click(await screen.findByRole('button', { name: 'Save' }))
      await screen.findAllByText('This is needed.')
    },
  },
  {
    name: 'the mappings of a cell',
    act: () => {
      fireEvent.click(cellAt(3, 1))
      return screen.findByRole('dialog')
    },
  },
  {
    name: 'the menu of a header',
    act: () => {
      fireEvent.click(cellAt(0, 1))
      return screen.findByRole('menu')
    },
  },
  { name: 'loading', props: { rows: { state: 'loading' } } },
  { name: 'loading more', props: { rows: rowsOf(countries, 'loading') } },
  { name: 'an empty list', props: { rows: rowsOf([]) } },
  { name: 'an error', props: { rows: { state: 'error', message: 'SQL timeout' } } },
  { name: 'no access', props: { mayRead: false } },
  { name: 'no lists', props: { codeLists: { state: 'lists', names: [] }, codeList: undefined } },
]

describe('The accessibility of the value map comparison', () => {
  let strings: Strings
  beforeAll(async () => {
    strings = await readStrings()
  })
  afterEach(() => {
    cleanup()
    document.body.style.background = ''
  })

  for (const look of [
    'light',
    'dark',
    'highContrast',
  ] as const satisfies readonly HostLook['theme'][]) {
    for (const { name, props = {}, act } of scenes) {
      it(`has no violation in ${look}: ${name}`, async () => {
        const given = propsOf(strings, props, look)
        // What the page would have behind the control.
        document.body.style.background = given.theme.semanticColors.bodyBackground
        renderView(given)
        await act?.()

        expect(await axeFindings()).toEqual([])
      })
    }
  }

  it('has no violation from right to left', async () => {
    renderView(propsOf(strings, {}, 'light', true))

    expect(await axeFindings()).toEqual([])
  })
})
