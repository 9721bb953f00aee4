import type { Rule } from './rule.js'
import { appComponents, roleMaps } from './rules/app/components.js'
import { icons } from './rules/app/icons.js'
import { siteMapIds, siteMapTables } from './rules/app/site-map.js'
import { described, descriptions } from './rules/form/bindings.js'
import { fieldClasses, fieldColumns, primaryNameShown } from './rules/form/columns.js'
import { bindings, controlsKnown, formFactorsBound } from './rules/form/custom-controls.js'
import { formIds } from './rules/form/ids.js'
import { markers, rootMarkers } from './rules/form/markers.js'
import { quickCreate, quickCreateForm } from './rules/form/quick-create.js'
import { subgrids } from './rules/form/subgrids.js'
import { contentTypes } from './rules/package/content-types.js'
import { files } from './rules/package/files.js'
import { ids } from './rules/package/ids.js'
import { names, optionValues } from './rules/package/prefix.js'
import { environmentVariableRoots, rootComponents } from './rules/package/root-components.js'
import { version } from './rules/package/version.js'
import { wellFormed } from './rules/package/well-formed.js'
import { organizationTables, privilegeLevels, privilegeNames } from './rules/security/privileges.js'
import { profilePermissions } from './rules/security/profiles.js'
import { alternateKeys } from './rules/table/alternate-keys.js'
import { globalChoices, states } from './rules/table/choices.js'
import { activity, kind } from './rules/table/kind.js'
import { columnNames, setName, tableName } from './rules/table/names.js'
import { primaryKey, primaryName, primaryNameRequired } from './rules/table/primary-columns.js'
import { lookups, relationshipEnds } from './rules/table/relationships.js'
import { systemColumns, systemRelationships } from './rules/table/system-parts.js'
import { byteLength, columnTypes, plainColumns } from './rules/table/types.js'
import { charts } from './rules/view/charts.js'
import { viewCells, viewColumns, viewTable } from './rules/view/columns.js'
import { quickFind, rowId } from './rules/view/layout.js'
import { defaultViews, viewTypes } from './rules/view/types.js'

/**
 * Every rule by its id, in the order in which findings are reported. A word after the number marks
 * a part of the rule with a level of its own. Two rules are not here: L8, the schema of
 * `customizations.xml`, is checked by the specs where Microsoft's schema set and xmllint are at
 * hand (neither is ours to bring along); and the half of L6 that says ids stay the same from build
 * to build, by the specs that build twice.
 */
export const rules: readonly Rule[] = [
  contentTypes,
  rootComponents,
  environmentVariableRoots,
  files,
  version,
  names,
  optionValues,
  ids,
  wellFormed,
  tableName,
  primaryName,
  primaryNameRequired,
  primaryKey,
  systemColumns,
  columnNames,
  setName,
  kind,
  activity,
  columnTypes,
  byteLength,
  lookups,
  relationshipEnds,
  systemRelationships,
  states,
  globalChoices,
  plainColumns,
  alternateKeys,
  viewTypes,
  viewTable,
  viewCells,
  viewColumns,
  rowId,
  quickFind,
  defaultViews,
  charts,
  fieldColumns,
  formIds,
  descriptions,
  described,
  fieldClasses,
  subgrids,
  formFactorsBound,
  controlsKnown,
  bindings,
  quickCreate,
  quickCreateForm,
  primaryNameShown,
  markers,
  rootMarkers,
  appComponents,
  siteMapTables,
  siteMapIds,
  icons,
  roleMaps,
  privilegeNames,
  privilegeLevels,
  organizationTables,
  profilePermissions,
]
