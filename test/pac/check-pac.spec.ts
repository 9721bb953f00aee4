import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { packageFiles, unpackedFiles, zipOf } from '../../solution/emit/index.js'
import { cityPermits } from '../solution/local/solutions/permits.js'
import { checkPac } from './check-pac.js'
import type { CheckOptions } from './check-pac.js'
import { compareFiles } from './compare-files.js'
import { standIn } from './stand-in.js'

describe('The check of packages by the platform tool', () => {
  let folder: string
  let said: string[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pac-check-'))
    said = []
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const check = (tool: Pick<CheckOptions, 'pac' | 'env'>) =>
    checkPac({
      ...tool,
      dist: join(folder, 'dist'),
      cache: join(folder, 'cache'),
      log: (line) => said.push(line),
    })

  async function write(path: string, content: Uint8Array | string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }

  async function writeDist(): Promise<void> {
    for (const managed of [false, true]) {
      const name = `CityPermits_1_2_0_0${managed ? '_managed' : ''}.zip`
      await write(`dist/${name}`, zipOf(packageFiles(cityPermits, { managed })))
    }
    for (const [path, content] of unpackedFiles(cityPermits)) {
      await write(`dist/unpacked/CityPermits/${path}`, content)
    }
  }

  it('is skipped with a reason where there is no .NET SDK', async () => {
    expect(await check({ env: { PATH: folder } })).toBe(0)
    expect(said).toEqual([
      jasmine.stringMatching(/^Skipped: the .NET SDK .* not on this machine\./),
    ])
  })

  it('is skipped with a reason where the tool is not where it should be', async () => {
    expect(await check({ env: { PAC: join(folder, 'pac') } })).toBe(0)
    expect(said).toEqual([jasmine.stringMatching(/^Skipped: PAC names .*, which is not there\./)])
  })

  it('asks for the packages where there are none', async () => {
    expect(await check({ pac: standIn })).toBe(1)
    expect(said).toEqual([jasmine.stringMatching('run npm run package first')])
  })

  it('finds packages and folders equal that the tool makes equal', async () => {
    await writeDist()
    expect(await check({ pac: standIn })).toBe(0)
    expect(said).toEqual(['CityPermits: as pac packs and unpacks it'])
  })

  it('names what differs between folder and zip', async () => {
    await writeDist()
    const entity = 'dist/unpacked/CityPermits/Entities/cty_District/Entity.xml'
    const text = await readFile(join(folder, entity), 'utf8')
    await write(entity, text.replace('description="District"', 'description="Quarter"'))
    expect(await check({ pac: standIn })).toBe(1)
    expect(said).toContain(
      jasmine.stringMatching(
        /CityPermits, managed: Entities\/cty_District\/Entity\.xml: .*Quarter.* District|District.*Quarter/,
      ),
    )
  })
})

describe('The comparison of two folders', () => {
  const files = (entries: Readonly<Record<string, string>>) =>
    new Map(Object.entries(entries).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  const compared = (a: string, b: string) =>
    compareFiles(['left', 'right'], files({ 'x.xml': a }), files({ 'x.xml': b }))

  it('knows no order of attributes, no white space between elements and no package type', () => {
    expect(
      compared(
        '<a x="1" y="2"><Managed>0</Managed></a>',
        '<a y="2" x="1">\n <Managed>1</Managed></a>',
      ),
    ).toEqual([])
  })

  it('knows no order of root components', () => {
    const root = (...names: string[]) =>
      `<RootComponents>${names.map((name) => `<RootComponent id="${name}" />`).join('')}</RootComponents>`
    expect(compared(root('a', 'b'), root('b', 'a'))).toEqual([])
    expect(compared(root('a', 'b'), root('b', 'c'))).toHaveSize(1)
  })

  it('names the first element that differs, and how', () => {
    expect(compared('<a><b>1</b><b>2</b></a>', '<a><b>1</b><b>3</b></a>')).toEqual([
      "x.xml: a/b[2] has the text '2' in left, '3' in right",
    ])
    expect(compared('<a x="1" />', '<a />')).toEqual([
      'x.xml: a has the attributes x="1" in left, none in right',
    ])
    expect(compared('<a><b /></a>', '<a><b /><c /></a>')).toEqual([
      'x.xml: a has the children b in left, b, c in right',
    ])
  })

  it('names files that one lacks, and other bytes', () => {
    const [a, b] = [files({ 'only.css': 'a', 'both.js': '1' }), files({ 'both.js': '2' })]
    expect(compareFiles(['left', 'right'], a, b)).toEqual([
      'both.js: other bytes in left and right',
      'only.css: only in left',
    ])
  })
})
