import { DefaultButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import { useAnnouncements } from '../../../../../controls/shared/announcements.js'
import type { AppDefinition, AppPart } from '../../shape.js'
import { AppContext } from '../app-context.js'
import { PageControlsProvider } from '../controls/PageControlsProvider.js'
import { QuickCreateProvider } from '../create/quick-create.js'
import { recordAddresses } from '../grid/load-rows.js'
import { ConfirmProvider, useConfirm } from '../leaving/confirm.js'
import { leaveQuestion, UnsavedChanges, UnsavedContext } from '../leaving/unsaved.js'
import { addressOf, useRoute } from '../route.js'
import type { Place } from '../route.js'
import { EmptyState } from '../states.js'
import { AppLinks } from './AppLinks.js'
import { Navigation } from './Navigation.js'
import { PageOf } from './PageOf.js'
import { firstPlace, pageKey } from './places.js'
import { shellStyles } from './styles.js'
import { usePageFocus } from './use-page-focus.js'

export interface ShellProps {
  readonly definition: AppDefinition
}

/** The app around its pages: header, navigation and the page of the address. */
export function Shell(props: ShellProps): React.ReactElement {
  const unsaved = React.useMemo(() => new UnsavedChanges(), [])
  return (
    <UnsavedContext.Provider value={unsaved}>
      <ConfirmProvider>
        <Routed {...props} unsaved={unsaved} />
      </ConfirmProvider>
    </UnsavedContext.Provider>
  )
}

function Routed({
  definition,
  unsaved,
}: ShellProps & { readonly unsaved: UnsavedChanges }): React.ReactElement {
  const confirm = useConfirm()
  const [route, go] = useRoute(() => !unsaved.any || confirm(leaveQuestion))
  const { region, announce } = useAnnouncements()
  const app =
    definition.apps.find(({ uniqueName }) => uniqueName === route.app) ?? definition.apps[0]
  const name = app?.uniqueName ?? ''
  const context = React.useMemo(
    () => ({
      definition,
      addresses: recordAddresses(definition, name),
      newAddress: (table: string) => addressOf({ app: name, place: { kind: 'new', table } }),
      announce,
    }),
    [definition, name, announce],
  )
  const goTo = React.useCallback((place: Place) => go({ app: name, place }), [go, name])
  if (!app) return <EmptyState text="The hosted solutions bring no app." />
  return (
    <AppContext.Provider value={context}>
      <QuickCreateProvider>
        <Frame
          definition={definition}
          app={app}
          place={route.place.kind === 'start' ? firstPlace(app) : route.place}
          goTo={goTo}
          announce={announce}
        />
      </QuickCreateProvider>
      {region}
    </AppContext.Provider>
  )
}

interface FrameProps extends ShellProps {
  readonly app: AppPart
  readonly place: Place
  readonly goTo: (place: Place) => void
  readonly announce: (text: string) => void
}

function Frame({ definition, app, place, goTo, announce }: FrameProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => shellStyles(theme), [theme])
  const [isNavigationOpen, setNavigationOpen] = React.useState(false)
  const main = React.useRef<HTMLElement>(null)
  const menu = React.useRef<HTMLDivElement>(null)
  const page = pageKey(place)
  const [turn, setTurn] = React.useState(0)
  const view = place.kind === 'table' ? place.viewId : undefined
  usePageFocus(main, `${turn} ${page} ${view ?? ''}`)
  React.useEffect(() => setNavigationOpen(false), [page])
  const closeMenu = (event: { readonly key: string }) => {
    if (event.key !== 'Escape' || !isNavigationOpen) return
    setNavigationOpen(false)
    menu.current?.querySelector('button')?.focus()
  }
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
        <div ref={menu} className={styles.menuButton}>
          <DefaultButton
            text="Menu"
            aria-expanded={isNavigationOpen}
            aria-controls="navigation"
            onClick={() => setNavigationOpen((before) => !before)}
            onKeyDown={closeMenu}
          />
        </div>
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
          onKeyDown={closeMenu}
          onFollow={() => {
            setTurn((before) => before + 1)
            setNavigationOpen(false)
          }}
        />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <PageControlsProvider>
            <PageOf
              definition={definition}
              app={app}
              place={place}
              goTo={goTo}
              announce={announce}
            />
          </PageControlsProvider>
        </main>
      </div>
    </div>
  )
}
