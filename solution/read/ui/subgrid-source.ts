import type { SubgridSource } from '../../model/solution/index.js'
import { bareId, given, isTrue } from './parts.js'

/**
 * Reads what a subgrid or a data set shows. `viewIdsName` is the name under which it lists the
 * views that can be picked. Undefined without a table or a view.
 */
export function readSource(
  texts: Readonly<Record<string, string>>,
  viewIdsName: 'ViewIds' | 'FilteredViewIds',
): SubgridSource | undefined {
  const { TargetEntityType: table, RelationshipName, EnableViewPicker, IsUserView } = texts
  const viewId = bareId(texts.ViewId)
  if (!table || viewId === '' || isTrue(IsUserView)) return undefined
  const viewIds = (texts[viewIdsName] ?? '')
    .split(',')
    .map(bareId)
    .filter((id) => id !== '')
  return given<SubgridSource>({
    table,
    viewId,
    relationship: RelationshipName || undefined,
    viewPicker: isTrue(EnableViewPicker) || undefined,
    viewIds: viewIds.join() === viewId ? undefined : viewIds,
  })
}

export function sameSource(one: SubgridSource, other: SubgridSource): boolean {
  return keyOf(one) === keyOf(other)
}

const keyOf = ({ table, viewId, relationship, viewPicker = false, viewIds }: SubgridSource) =>
  [table, viewId, relationship, viewPicker, ...(viewIds ?? [viewId])].join('\n')
