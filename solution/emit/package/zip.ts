import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** A zip of the files, the same bytes for the same files: entries in order of their names. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // Zips hold local time: this is the same in every time zone.
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = {}
  for (const path of [...files.keys()].sort()) {
    entries[path] = [files.get(path) ?? new Uint8Array(), { level: 9, mtime }]
  }
  return zipSync(entries)
}
