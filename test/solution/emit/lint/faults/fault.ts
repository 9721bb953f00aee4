import type { TextFiles } from '../valid/package.js'

type Edit = (files: TextFiles) => TextFiles

/** One fault planted in the valid package, and the finding that names it. */
export interface Fault {
  readonly rule: string
  /** What was done wrong, in words that follow "finds". */
  readonly name: string
  readonly edit: Edit
  /** Default: customizations.xml. */
  readonly file?: string
  readonly element: string
  readonly message: string
  /** What the line of the finding starts with. */
  readonly line?: string
  /** Other rules that the same fault breaks. */
  readonly also?: readonly string[]
  /** Default: error. */
  readonly level?: 'warning'
}

export const customizations = 'customizations.xml'
export const solution = 'solution.xml'

/** Replaces the first `from` that follows `after` in a file. */
export function change(after: string, from: string, to: string, file = customizations): Edit {
  return (files) => {
    const text = files.get(file) ?? ''
    const start = text.indexOf(after)
    const at = text.indexOf(from, start)
    if (start < 0 || at < 0) throw new Error(`${file} has no "${from}" after "${after}".`)
    return new Map(files).set(file, text.slice(0, at) + to + text.slice(at + from.length))
  }
}

/** Replaces the first `from` of a file. */
export const replace = (from: string, to: string, file = customizations): Edit =>
  change('', from, to, file)

/** Takes the element that starts with `start` and ends with `end` out of `customizations.xml`. */
export function remove(start: string, end: string, file = customizations): Edit {
  return (files) => {
    const text = files.get(file) ?? ''
    const from = text.indexOf(start)
    const to = text.indexOf(end, from)
    if (from < 0 || to < 0) throw new Error(`${file} has no "${start}" that ends with "${end}".`)
    return new Map(files).set(file, text.slice(0, from) + text.slice(to + end.length))
  }
}

export const without =
  (path: string): Edit =>
  (files) =>
    new Map([...files].filter(([each]) => each !== path))

export const withFile =
  (path: string, text: string): Edit =>
  (files) =>
    new Map(files).set(path, text)
