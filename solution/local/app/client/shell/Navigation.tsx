import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { AppPart, EntryPart, EntryTarget } from '../../shape.js'
import { addressOf, gridPlace } from '../route.js'
import type { Place } from '../route.js'
import { navigationStyles } from './styles.js'

export interface NavigationProps {
  readonly className: string
  readonly app: AppPart
  readonly place: Place
  /** Pictures by name. */
  readonly icons: Readonly<Record<string, string>>
  readonly onKeyDown: (event: React.KeyboardEvent) => void
  /** Called when somebody follows an entry, also to the page that is there already. */
  readonly onFollow: () => void
}

/** The site map: areas (named where there are several), groups and what they open. */
export function Navigation({
  className,
  app,
  place,
  icons,
  onKeyDown,
  onFollow,
}: NavigationProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => navigationStyles(theme), [theme])
  const current = currentEntry(app, place)
  return (
    <nav id="navigation" className={className} aria-label={app.name} onKeyDown={onKeyDown}>
      {app.areas.map((area) => (
        <React.Fragment key={area.id}>
          {app.areas.length > 1 && <h2 className={styles.area}>{area.title}</h2>}
          {area.groups
            .filter(({ entries }) => entries.length > 0)
            .map((group) => (
              <section key={group.id} aria-labelledby={group.id}>
                <h2 id={group.id} className={styles.group}>
                  {group.title}
                </h2>
                <ul className={styles.entries}>
                  {group.entries.map((entry) => (
                    <li key={entry.id}>
                      <a
                        className={styles.entry}
                        href={addressOf({ app: app.uniqueName, place: placeOf(entry.opens) })}
                        aria-current={entry === current ? 'page' : undefined}
                        onClick={onFollow}
                      >
                        <EntryIcon picture={icons[entry.icon ?? '']} />
                        {entry.title}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </React.Fragment>
      ))}
    </nav>
  )
}

function EntryIcon({ picture }: { readonly picture: string | undefined }): React.ReactElement {
  return picture === undefined ? (
    <span style={{ width: 16 }} />
  ) : (
    <img src={picture} alt="" width="16" height="16" />
  )
}

function placeOf(target: EntryTarget): Place {
  return target.kind === 'dashboard' ? target : gridPlace(target.table, target.viewId)
}

/** The entry of this place: the one of its view, else the first of its table. */
function currentEntry({ areas }: AppPart, place: Place): EntryPart | undefined {
  const entries = areas.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
  if (place.kind === 'dashboard') {
    return entries.find(({ opens }) => opens.kind === 'dashboard' && opens.id === place.id)
  }
  if (place.kind === 'start') return undefined
  const viewId = place.kind === 'table' ? place.viewId : undefined
  const ofTable = entries.filter(
    ({ opens }) => opens.kind === 'table' && opens.table === place.table,
  )
  const ofView = ofTable.find(({ opens }) => opens.kind === 'table' && opens.viewId === viewId)
  return ofView ?? ofTable[0]
}
