import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { definitionName, iconName, propertiesName, readmeName } from './connector-files.js'
import type { ConnectorFiles } from './connector-files.js'

/** A folder lacks one of the files that make a connector, or one of them is no JSON. */
export class ConnectorFolderError extends Error {}

/** Reads a connector's folder. Readme and icon may be missing. */
export async function readFolder(folder: string): Promise<ConnectorFiles> {
  const definitionText = await textOf(join(folder, definitionName))
  const readme = await optional(join(folder, readmeName))
  const icon = await optional(join(folder, iconName))
  return {
    definition: parsed(join(folder, definitionName), definitionText),
    definitionText,
    properties: parsed(join(folder, propertiesName), await textOf(join(folder, propertiesName))),
    ...(readme ? { readme: readme.toString('utf8') } : {}),
    ...(icon ? { icon } : {}),
  }
}

/** @throws ConnectorFolderError where the file is missing or no JSON. */
export async function readJson(path: string): Promise<unknown> {
  return parsed(path, await textOf(path))
}

async function textOf(path: string): Promise<string> {
  const content = await optional(path)
  if (!content) throw new ConnectorFolderError(`There is no ${path}; expected a connector's file.`)
  return content.toString('utf8').replace(/^\uFEFF/, '')
}

async function optional(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch {
    return undefined
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConnectorFolderError(`${path} is no JSON: ${reason}`)
  }
}
