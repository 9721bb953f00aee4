import { query } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { onScript } from './client-on-script.js'
import { json } from './scripted-server.js'
import { row } from './one-country.js'

describe('Pages of a query', () => {
  const pageOf = (names: readonly string[], nextLink?: string) =>
    json(200, {
      value: names.map((name) => ({ ...row, govcdm_name: name })),
      ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }),
    })
  const paged = query(country, { select: ['name'], pageSize: 2 })

  it('are followed with the same page size until there is none left', async () => {
    const next = `/api/data/v9.2/govcdm_countries?$select=govcdm_name&$skiptoken=%3Ccookie%3E`
    const steps = [pageOf(['A', 'B'], next), pageOf(['C'])]
    await onScript(steps, async ({ client, requests }) => {
      const names: string[] = []
      for await (const page of client.pages(paged)) names.push(...page.rows.map((r) => r.name))

      expect(names).toEqual(['A', 'B', 'C'])
      expect(requests.map(({ path }) => path)[1]).toBe(next)
      expect(requests.map(({ headers }) => headers['prefer'])).toEqual([
        'odata.maxpagesize=2',
        'odata.maxpagesize=2',
      ])
    })
  })

  it('are never followed to another place, which would get our token', async () => {
    const steps = [pageOf(['A'], 'https://elsewhere.example/api/data/v9.2/govcdm_countries')]
    await onScript(steps, async ({ client, requests }) => {
      const read = async () => {
        for await (const page of client.pages(paged)) expect(page.rows.length).toBe(1)
      }

      await expectAsync(read()).toBeRejectedWithError(/next page lies outside/)
      expect(requests.length).toBe(1)
    })
  })
})
