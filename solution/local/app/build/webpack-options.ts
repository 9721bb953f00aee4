import { join } from 'node:path'

import type { Configuration } from 'webpack'

import { bundleName, projectFolder } from './client-files.js'

const clientFolder = join(projectFolder, 'solution', 'local', 'app', 'client')

/** The client as one script. It stays on this machine, so that it is quick to build and not small. */
export function webpackOptions(folder: string): Configuration {
  return {
    mode: 'production',
    context: projectFolder,
    entry: join(clientFolder, 'main.tsx'),
    output: { path: folder, filename: bundleName },
    devtool: false,
    performance: false,
    optimization: { minimize: false },
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
            configFile: join(clientFolder, 'tsconfig.json'),
            compilerOptions: { noEmit: false },
          },
        },
      ],
    },
  }
}
