import { createReader } from '../../../solution/local/query/index.js'
import { bodyOf, callerId, guid, now, openFixture, refusalOf, rootUrl } from './fixture.js'
import type { Fixture, Row } from './fixture.js'

const tracking = { prefer: 'odata.track-changes' }

describe('change tracking in the local Web API', () => {
  let fixture: Fixture
  beforeEach(() => {
    fixture = openFixture()
    fixture.insert('team', [team(1), team(2), team(3)])
  })
  afterEach(() => {
    fixture.close()
  })

  const team = (number: number, more: Record<string, string | number> = {}) => ({
    teamid: guid(number),
    name: `Team ${number}`,
    ...more,
  })
  const deltaLink = (body: Row) => String(body['@odata.deltaLink']).slice(rootUrl.length)
  const remove = (number: number, version: number) => {
    fixture.database.prepare('DELETE FROM team WHERE teamid = ?').run([guid(number)])
    fixture.database
      .prepare(
        'INSERT INTO "$deletions" (tablename, id, versionnumber, deletedon) VALUES (?, ?, ?, ?)',
      )
      .run(['team', guid(number), version, '2026-11-21T10:00:00Z'])
  }

  it('sends all rows and a delta link first', () => {
    const answer = fixture.get('teams?$select=name', tracking)
    const body = bodyOf(answer)

    expect(answer.headers['Preference-Applied']).toBe('odata.track-changes')
    expect((body['value'] as readonly Row[]).map((row) => row['name'])).toEqual([
      'Team 1',
      'Team 2',
      'Team 3',
    ])
    expect(deltaLink(body)).toBe(
      `teams?$select=name&$deltatoken=${encodeURIComponent('1003!11/21/2026 10:30:00')}`,
    )
  })

  it('sends what was written and what was deleted since, and then nothing', () => {
    const link = deltaLink(fixture.body('teams?$select=name', tracking))
    fixture.insert('team', [team(4)])
    fixture.database
      .prepare("UPDATE team SET name = 'New', versionnumber = 1005 WHERE teamid = ?")
      .run([guid(1)])
    remove(2, 1006)

    const delta = fixture.body(link)

    expect(delta['@odata.context']).toBe(`${rootUrl}$metadata#teams(name)/$delta`)
    expect(delta['value']).toEqual([
      { '@odata.etag': 'W/"1004"', name: 'Team 4', teamid: guid(4) },
      { '@odata.etag': 'W/"1005"', name: 'New', teamid: guid(1) },
      {
        '@odata.context': `${rootUrl}$metadata#teams/$deletedEntity`,
        id: guid(2),
        reason: 'deleted',
      },
    ])
    expect(fixture.get(link.replace('teams?', 'teams/$count?')).text).toBe('3')
    expect(fixture.rows(deltaLink(delta))).toEqual([])
  })

  it('does not call a row deleted that was made again', () => {
    const link = deltaLink(fixture.body('teams', tracking))
    remove(2, 1004)
    fixture.insert('team', [team(2, { versionnumber: 1005 })])

    const rows = fixture.rows(link)

    expect(rows.map((row) => row['teamid'] ?? row['reason'])).toEqual([guid(2)])
  })

  it('pages rows written, then rows deleted, each once', () => {
    fixture.insert(
      'team',
      [4, 5, 6, 7].map((number) => team(number)),
    )
    const link = deltaLink(fixture.body('teams', tracking))
    for (const number of [1, 2, 3]) remove(number, 2_000 + number)
    const update = fixture.database.prepare('UPDATE team SET versionnumber = 3000')
    update.run([])

    const seen: unknown[] = []
    const sizes: number[] = []
    let url: string | undefined = link
    while (url !== undefined) {
      const body: Row = fixture.body(url, { prefer: 'odata.maxpagesize=2' })
      const rows = body['value'] as readonly Row[]
      sizes.push(rows.length)
      seen.push(...rows.map((row) => row['teamid'] ?? row['id']))
      const next: unknown = body['@odata.nextLink']
      expect('@odata.deltaLink' in body).toBe(next === undefined)
      url = typeof next === 'string' ? next.slice(rootUrl.length) : undefined
    }

    expect(sizes).toEqual([2, 2, 2, 1])
    expect(seen).toEqual([4, 5, 6, 7, 1, 2, 3].map(guid))
  })

  it('refuses filters, orders, expansions and limits, in the words of the platform', () => {
    for (const option of ['$filter=name eq null', '$orderby=name', '$expand=x', '$top=1']) {
      const refusal = refusalOf(() => fixture.get(`teams?${option}`, tracking))

      expect(refusal.status).toBe(400)
      expect(refusal.message).toBe(
        `The "${option.split('=', 1)[0] ?? ''}" query parameter isn't supported when Change Tracking is enabled.`,
      )
    }
  })

  it('refuses a token after seven days, and a text that is no token', () => {
    const link = deltaLink(fixture.body('teams', tracking))
    const after = (days: number) =>
      createReader(
        fixture.schema,
        fixture.database,
        () => new Date(now.getTime() + days * 24 * 3_600_000),
      )
    const request = (url: string) => {
      const [path = '', search = ''] = url.split('?')
      return { path, search, prefer: undefined, ifNoneMatch: undefined, rootUrl, callerId }
    }

    expect(after(7).retrieve(request(link)).status).toBe(200)
    const expired = refusalOf(() => after(7.01).retrieve(request(link)))
    expect(expired.status).toBe(400)
    expect(expired.message).toContain('expired')
    for (const token of ['', 'x', '12', '1!99/99/2026 00:00:00', "1'--!11/21/2026 10:30:00"]) {
      const call = () => fixture.get(`teams?$deltatoken=${encodeURIComponent(token)}`)
      expect(refusalOf(call).status).toBe(400)
    }
  })
})
