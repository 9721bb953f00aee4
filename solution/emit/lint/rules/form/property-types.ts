import type { XmlElement } from '../../../../model/xml.js'
import type { ControlManifest } from '../../facts/control-manifest.js'

/** Column types by what manifests call them (`of-type`, `type-group`); by the part before the dot. */
const columnTypes: Readonly<Record<string, readonly string[]>> = {
  'SingleLine.TextArea': ['nvarchar', 'ntext'],
  SingleLine: ['nvarchar'],
  Multiple: ['ntext', 'nvarchar'],
  Whole: ['int'],
  Decimal: ['decimal'],
  FP: ['float'],
  Currency: ['money'],
  DateAndTime: ['datetime'],
  TwoOptions: ['bit'],
  OptionSet: ['picklist', 'state', 'status'],
  MultiSelectOptionSet: ['multiselectpicklist'],
  Lookup: ['lookup', 'owner', 'customer'],
}

/** The column types that a bound property takes; empty where the manifest's type is not known. */
export function typesOf(manifest: ControlManifest, property: XmlElement): readonly string[] {
  const { 'of-type': type, 'of-type-group': group } = property.attributes
  const names = group === undefined ? [type ?? ''] : (manifest.typeGroups.get(group) ?? [])
  const lists = names.map((name) => columnTypes[name] ?? columnTypes[name.split('.')[0] ?? ''])
  return lists.includes(undefined) ? [] : [...new Set(lists.flatMap((types) => types ?? []))]
}
