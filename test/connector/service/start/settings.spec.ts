import { resolve } from 'node:path'

import { readStartArguments } from '../../../../connector/service/start/arguments.js'
import { readStartSettings } from '../../../../connector/service/start/settings.js'

describe('the settings of npm start', () => {
  it('are ports 8080 and 8081 and the folder .local, unless the environment says otherwise', () => {
    expect(readStartSettings({})).toEqual({
      dataversePort: 8080,
      servicePort: 8081,
      dataDirectory: resolve('.local'),
      dataFile: resolve('.local/dataverse.db'),
    })
    expect(
      readStartSettings({
        LOCAL_DATAVERSE_PORT: '0',
        INTEGRATION_PORT: '9001',
        LOCAL_DATA_DIR: '/tmp/elsewhere',
      }),
    ).toEqual({
      dataversePort: 0,
      servicePort: 9001,
      dataDirectory: resolve('/tmp/elsewhere'),
      dataFile: resolve('/tmp/elsewhere/dataverse.db'),
    })
  })

  for (const wrong of ['http', '-1', '65536', '80.5', ' 80']) {
    it(`refuse the port "${wrong}", naming the variable and what it takes`, () => {
      expect(() => readStartSettings({ INTEGRATION_PORT: wrong })).toThrowError(
        `INTEGRATION_PORT is "${wrong}". Expected a port from 0 (any free one) to 65535.`,
      )
    })
  }
})

describe('the arguments of npm start', () => {
  it('load the example into the data that is there, unless told otherwise', () => {
    expect(readStartArguments([])).toEqual({
      fresh: false,
      loadExample: true,
      solutions: [],
    })
    expect(readStartArguments(['--fresh', '--no-example'])).toEqual({
      fresh: true,
      loadExample: false,
      solutions: [],
    })
  })

  it('name solutions from the folder where it was started', () => {
    const args = ['--solution', 'permits.zip', '--solution', '/made/elsewhere']
    expect(readStartArguments(args).solutions).toEqual([
      resolve('permits.zip'),
      resolve('/made/elsewhere'),
    ])
  })

  it('refuse what they do not know and show the usage', () => {
    expect(() => readStartArguments(['--frehs'])).toThrowError(/--frehs[^]*Usage: npm start/)
  })
})
