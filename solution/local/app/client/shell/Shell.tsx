import { DefaultButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import { useAnnouncements } from '../../../../../controls/shared/announcements.js'
import type { AppDefinition, AppPart } from '../../shape.js'
import { EmptyState } from '../states.js'
import { addressOf, gridPlace, useRoute } from '../route.js'
import type { Place } from '../route.js'
import { Navigation } from './Navigation.js'
import { PageOf } from './PageOf.js'
import { shellStyles } from './styles.js'

/** The app around its pages: header, navigation and the page of the address. */
export function Shell({ definition }: { readonly definition: AppDefinition }): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => shellStyles(theme), [theme])
  const [route, go] = useRoute()
  const [isNavigationOpen, setNavigationOpen] = React.useState(false)
  const { region, announce } = useAnnouncements()
  const main = React.useRef<HTMLElement>(null)
  const app =
    definition.apps.find(({ uniqueName }) => uniqueName === route.app) ?? definition.apps[0]
  const place = app && route.place.kind === 'start' ? firstPlace(app) : route.place
  const placeName = nameOf(place)
  useFocusOnChange(main, placeName)
  React.useEffect(() => setNavigationOpen(false), [placeName])

  if (!app) return <EmptyState text="The hosted solutions bring no app." />
  const goTo = (next: Place) => go({ app: app.uniqueName, place: next })
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        Skip to content
      </a>
      <header className={styles.header}>
        <DefaultButton
          className={styles.menuButton}
          text="Menu"
          aria-expanded={isNavigationOpen}
          aria-controls="navigation"
          onClick={() => setNavigationOpen((before) => !before)}
        />
        <a
          className={styles.title}
          href={addressOf({ app: app.uniqueName, place: { kind: 'start' } })}
        >
          {app.icon !== undefined && definition.icons[app.icon] !== undefined && (
            <img src={definition.icons[app.icon]} alt="" width="20" height="20" />
          )}
          {app.name}
        </a>
        <AppLinks apps={definition.apps} current={app} />
      </header>
      <div className={styles.columns}>
        <Navigation
          className={isNavigationOpen ? styles.navigationOpen : styles.navigation}
          app={app}
          place={place}
          icons={definition.icons}
        />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <PageOf definition={definition} app={app} place={place} goTo={goTo} announce={announce} />
        </main>
      </div>
      {region}
    </div>
  )
}

/** Other apps, where the hosted solutions bring several, and the pages of tables without an app. */
function AppLinks({
  apps,
  current,
}: {
  readonly apps: readonly AppPart[]
  readonly current: AppPart
}): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => shellStyles(theme), [theme])
  return (
    <nav aria-label="Other pages" className={styles.links}>
      {apps
        .filter((app) => app !== current)
        .map(({ uniqueName, name }) => (
          <a key={uniqueName} href={addressOf({ app: uniqueName, place: { kind: 'start' } })}>
            {name}
          </a>
        ))}
      <a href="/">All tables</a>
    </nav>
  )
}

/** What an app shows first: its first table. */
function firstPlace({ areas }: AppPart): Place {
  const entries = areas.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
  for (const { opens } of entries) {
    if (opens.kind === 'table') return gridPlace(opens.table, opens.viewId)
  }
  return { kind: 'start' }
}

/** What must differ for a place to be another page, and not the same one sorted or turned over. */
function nameOf(place: Place): string {
  switch (place.kind) {
    case 'start':
      return ''
    case 'dashboard':
      return place.id
    case 'table':
      return place.table
    case 'record':
      return `${place.table} ${place.id}`
  }
}

/** Whoever follows a link to another page goes on from its start; the first page leaves focus alone. */
function useFocusOnChange(main: React.RefObject<HTMLElement>, placeName: string): void {
  const before = React.useRef(placeName)
  React.useEffect(() => {
    if (before.current !== placeName) main.current?.focus()
    before.current = placeName
  }, [main, placeName])
}
