import { fluentDesignOf } from '../../../controls/host/look.js'
import { dataSetStatus, totalOf, totalText } from '../../../controls/shared/data-set-status.js'
import { mayDo } from '../../../controls/shared/privileges.js'
import { themeOf } from '../../../controls/shared/theme.js'

describe('the theme of a control', () => {
  it('follows the host from light to dark to high contrast', () => {
    const backgrounds = (['light', 'dark', 'highContrast'] as const).map(
      (theme) => themeOf(fluentDesignOf({ theme }), false).semanticColors.bodyBackground,
    )
    expect(backgrounds).toEqual(['#ffffff', '#292929', '#000000'])
  })

  it("is Fluent's own where the host hands out none, and turns from right to left", () => {
    expect(themeOf(undefined, false).semanticColors.bodyBackground).toBe('#ffffff')
    expect(themeOf(undefined, true).rtl).toBeTrue()
  })
})

describe('the state of a data set', () => {
  const dataSet = {
    loading: false,
    error: false,
    errorMessage: '',
    sortedRecordIds: [] as string[],
  }

  it('is one of five', () => {
    const state = (over: Partial<typeof dataSet>, may = true) =>
      dataSetStatus({ ...dataSet, ...over }, may)
    expect(state({ loading: true })).toEqual({ state: 'loading' })
    expect(state({})).toEqual({ state: 'empty' })
    expect(state({ sortedRecordIds: ['1'], loading: true })).toEqual({
      state: 'ready',
      isLoading: true,
    })
    expect(state({ error: true, errorMessage: 'x' })).toEqual({ state: 'error', message: 'x' })
    expect(state({ error: true, errorMessage: 'Error 0x80040220' })).toEqual({ state: 'noAccess' })
    expect(state({ sortedRecordIds: ['1'] }, false)).toEqual({ state: 'noAccess' })
  })

  it('never counts more than is known', () => {
    const text = (totalResultCount: number, hasNextPage: boolean, loaded: number) =>
      totalText(totalOf({ totalResultCount, hasNextPage }, loaded), String)
    expect(text(120, true, 50)).toBe('120')
    expect(text(-1, true, 50)).toBe('5000+')
    expect(text(-1, true, 10_000)).toBe('10000+')
    expect(text(0, true, 50)).toBe('50+')
    expect(text(-1, false, 7)).toBe('7')
  })
})

describe('a privilege', () => {
  const utils = (hasEntityPrivilege: ComponentFramework.Utility['hasEntityPrivilege']) =>
    ({ hasEntityPrivilege }) as ComponentFramework.Utility

  it('is what the platform says, and left to the server where it cannot say', () => {
    expect(
      mayDo(
        utils(() => false),
        'account',
        'write',
      ),
    ).toBeFalse()
    expect(
      mayDo(
        utils(() => {
          throw new Error('No metadata.')
        }),
        'account',
        'write',
      ),
    ).toBeTrue()
  })
})
