import { join } from 'node:path'

import type { Chrome } from '../support/find-chrome.js'
import { projectFolder } from './checks.js'

// Not `{ts,tsx}`: karma cannot read the files of a pattern's second alternative.
const allSpecs = 'test/browser/**/*.spec.ts?(x)'
const cases = 'test/browser/support/cases.ts'
/** Served at `/base/dist/controls/...`. */
const builtControls = 'dist/controls/**/*'

/**
 * Karma's options. `dataverse`: address of the local Web API, served to the specs' page at /api.
 * `specs`: which files to run, by default all browser specs.
 */
export function karmaOptions(
  chrome: Chrome,
  dataverse: string,
  specs = allSpecs,
): Readonly<Record<string, unknown>> {
  return {
    basePath: projectFolder,
    frameworks: ['jasmine', 'webpack'],
    plugins: ['karma-jasmine', 'karma-webpack', 'karma-chrome-launcher'],
    files: [cases, specs, { pattern: builtControls, included: false, watched: false }],
    preprocessors: { [cases]: ['webpack'], [specs]: ['webpack'] },
    webpack: webpackOptions,
    webpackMiddleware: { stats: 'errors-warnings' },
    // The Host header stays the page's, so that links in answers stay at the page's origin.
    proxies: {
      '/api': { target: `${dataverse}/api`, changeOrigin: false },
      '/app/controls': { target: `${dataverse}/app/controls`, changeOrigin: false },
      '/app/definition.json': { target: `${dataverse}/app/definition.json`, changeOrigin: false },
    },
    hostname: '127.0.0.1',
    listenAddress: '127.0.0.1',
    port: 0,
    browsers: ['Found'],
    // Not ChromeHeadless, which debugs at a fixed port.
    customLaunchers: { Found: { base: 'Chrome', flags: chrome.args } },
    client: { jasmine: { random: true, timeoutInterval: 120_000 } },
    reporters: ['dots'],
    singleRun: true,
    autoWatch: false,
    failOnEmptyTestSuite: true,
    browserNoActivityTimeout: 300_000,
    captureTimeout: 300_000,
  }
}

const webpackOptions = {
  mode: 'development',
  devtool: 'inline-source-map',
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: {
          // The types are checked by a check of their own.
          transpileOnly: true,
          configFile: join(projectFolder, 'test', 'browser', 'tsconfig.json'),
          compilerOptions: { noEmit: false },
        },
      },
    ],
  },
  stats: 'errors-warnings',
}
