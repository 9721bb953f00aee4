import type { Form, FormCell, Solution } from '../../../solution/model/solution/index.js'

export type IdByPath = readonly [path: string, id: string]

/** Every id that the solutions give to components and to parts of forms, by where it stands. */
export function componentIds(solutions: readonly Solution[]): readonly IdByPath[] {
  return solutions.flatMap(idsOf)
}

function idsOf(solution: Solution): readonly IdByPath[] {
  const named = (
    kind: string,
    parts: readonly { id: string; name: string }[],
  ): readonly IdByPath[] => parts.map(({ id, name }) => [`${kind} ${name}`, id])
  return [
    ...solution.tables.flatMap(({ table, forms, views, charts }) => [
      ...forms.flatMap((form) => formIds(`form ${table.logicalName} ${form.type}`, form)),
      ...named(`view ${table.logicalName}`, views),
      ...named(`chart ${table.logicalName}`, charts),
    ]),
    ...named('role', solution.roles),
    ...named('column security profile', solution.columnSecurityProfiles),
    ...named('web resource', solution.webResources),
    ...named('connector', solution.connectors),
    ...named('flow', solution.flows),
    ...solution.dashboards.flatMap((dashboard): readonly IdByPath[] => [
      [`dashboard ${dashboard.name}`, dashboard.id],
      ...dashboard.tabs.flatMap((tab): readonly IdByPath[] => [
        [`dashboard ${dashboard.name} tab ${tab.name ?? ''}`, tab.id],
        ...tab.sections.flatMap((section): readonly IdByPath[] => [
          [`dashboard ${dashboard.name} section ${section.name ?? ''}`, section.id],
          ...section.tiles.map((tile): IdByPath => [
            `dashboard ${dashboard.name} tile ${tile.label}`,
            tile.id,
          ]),
        ]),
      ]),
    ]),
  ]
}

function formIds(kind: string, { id, name, tabs, header }: Form): readonly IdByPath[] {
  const path = `${kind} ${name}`
  return [
    [path, id],
    ...(header
      ? [
          [`${path} header`, header.id] as const,
          ...header.rows.flatMap(({ cells }) => cellIds(`${path} header`, cells)),
        ]
      : []),
    ...tabs.flatMap((tab): readonly IdByPath[] => [
      [`${path} tab ${tab.name ?? ''}`, tab.id],
      ...tab.columns
        .flatMap(({ sections }) => sections)
        .flatMap((section): readonly IdByPath[] => {
          const place = `${path} section ${section.name ?? ''}`
          return [
            [place, section.id],
            ...section.rows.flatMap(({ cells }) => cellIds(place, cells)),
          ]
        }),
    ]),
  ]
}

function cellIds(place: string, cells: readonly FormCell[]): readonly IdByPath[] {
  return cells.map(({ id, control }, at): IdByPath => [
    `${place} ${control?.id ?? `spacer ${String(at)}`}`,
    id,
  ])
}
