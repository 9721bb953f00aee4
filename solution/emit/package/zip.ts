import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** Written as local time, so that the same bytes come out in every time zone. */
const time = new Date(1980, 0, 1)

/** A zip of the files, the same bytes for the same files: entries in order of their names. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const path of [...files.keys()].sort()) {
    entries[path] = [files.get(path) ?? new Uint8Array(), { level: 9, mtime: time }]
  }
  return zipSync(entries)
}
