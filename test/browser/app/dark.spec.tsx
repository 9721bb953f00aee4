import { screen } from '@testing-library/react'

import { integrationValueMap } from '../../../solution/tables/index.js'
import { brokenRules, create, hideApp, showApp } from './app-page.js'
import { showRecord } from './record-page.js'

const { columns, entitySetName, logicalName } = integrationValueMap

describe('the local app for people who prefer it dark', () => {
  const { backgroundColor, color } = document.body.style

  beforeEach(() => {
    const matchMedia = window.matchMedia.bind(window)
    spyOn(window, 'matchMedia').and.callFake((query) => {
      const list = matchMedia(query)
      if (query.includes('prefers-color-scheme: dark')) {
        Object.defineProperty(list, 'matches', { value: true })
      }
      return list
    })
  })

  afterEach(async () => {
    await hideApp()
    Object.assign(document.body.style, { backgroundColor, color })
    document.documentElement.style.colorScheme = ''
  })

  const backgroundNow = () => getComputedStyle(document.body).backgroundColor

  it('has a dark grid that breaks no rule of accessibility', async () => {
    await create(entitySetName, {
      [columns.name.logicalName]: 'DARK/NOR',
      [columns.codeList.logicalName]: 'Dark Spec',
      [columns.sourceCode.logicalName]: 'NOR',
      [columns.canonicalCodeValue.logicalName]: 'NO',
    })
    showApp(`#/any/table/${logicalName}?q=Dark%20Spec`)
    await screen.findByText('DARK/NOR')
    expect(backgroundNow()).not.toBe('rgb(255, 255, 255)')
    expect(await brokenRules()).toEqual([])
  })

  it('has a dark form that breaks no rule of accessibility', async () => {
    const id = await create(entitySetName, {
      [columns.name.logicalName]: 'DARK/SWE',
      [columns.codeList.logicalName]: 'Dark Form Spec',
      [columns.sourceCode.logicalName]: 'SWE',
      [columns.canonicalCodeValue.logicalName]: 'SE',
    })
    await showRecord(logicalName, id, 'DARK/SWE')
    expect(await brokenRules()).toEqual([])
  })
})
