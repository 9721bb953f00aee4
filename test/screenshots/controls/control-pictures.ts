import type { Page } from 'playwright-core'

import { country, integrationLedger, integrationValueMap } from '../../../solution/tables/index.js'
import type { Table } from '../../../solution/model/index.js'
import type { HostPageOptions } from '../../browser/host-page/options.js'
import { sampleCountry } from './sample-rows.js'

/** One control in one look. */
export interface ControlPicture {
  readonly name: string
  readonly options: HostPageOptions
  /** What to do before the picture is taken; resolves once all of it is drawn. */
  readonly ready: (page: Page) => Promise<unknown>
}

type Scene = Pick<HostPageOptions, 'control' | 'label'> &
  Partial<HostPageOptions> &
  Pick<ControlPicture, 'name' | 'ready'>

const scenes: readonly Scene[] = [
  {
    name: 'timeline',
    control: 'LedgerTimeline',
    label: 'Provenance',
    height: 970,
    dataSets: { records: rowsOf(integrationLedger) },
    record: { table: country.logicalName, id: sampleCountry.id },
    ready: (page) => page.getByText('4 entries', { exact: true }).first().waitFor(),
  },
  {
    name: 'comparison',
    control: 'ValueMapCompare',
    label: 'Code comparison',
    height: 530,
    dataSets: { records: rowsOf(integrationValueMap) },
    inputs: { codeList: 'Country' },
    ready: (page) => page.getByText(/^6 of 6 codes? shown$/).waitFor(),
  },
  {
    name: 'badge',
    control: 'ProvenanceBadge',
    label: country.columns.name.label,
    bound: {
      value: {
        table: country.logicalName,
        column: country.columns.name.logicalName,
        value: sampleCountry.name,
      },
    },
    inputs: { display: 'beside' },
    record: { table: country.logicalName, id: sampleCountry.id },
    ready: async (page) => {
      await page.getByRole('button', { name: /ISO-3166/ }).click()
      await page.getByRole('dialog').getByText('Brunei', { exact: true }).first().waitFor()
    },
  },
]

const looks = {
  light: { theme: 'light', width: 900, isRightToLeft: false },
  dark: { theme: 'dark', width: 900, isRightToLeft: false },
  narrow: { theme: 'light', width: 320, isRightToLeft: false },
  rtl: { theme: 'light', width: 900, isRightToLeft: true },
} as const

/** Every control in every look. */
export const controlPictures: readonly ControlPicture[] = scenes.flatMap(
  ({ name, ready, ...scene }) =>
    Object.entries(looks).map(([look, options]) => ({
      name: `${name}-${look}`,
      ready,
      options: {
        languageId: 1_033,
        locale: 'en-US',
        dataSets: {},
        bound: {},
        inputs: {},
        ...scene,
        ...options,
      },
    })),
)

function rowsOf({ logicalName, primaryId, columns }: Table) {
  const name = columns.name?.logicalName ?? primaryId
  return {
    table: logicalName,
    fetchXml: `<fetch><entity name="${logicalName}"><attribute name="${name}"/></entity></fetch>`,
    columns: [{ name, width: 100 }],
    pageSize: 50,
  }
}
