import { Pivot, PivotItem, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { Form, FormCell, FormSection, FormTab } from '../../../../model/solution/form.js'
import { isHidden, showsLabel } from './forms.js'
import { recordStyles } from './styles.js'

export interface FormBodyProps {
  readonly form: Form
  /** Apart from other forms on the page. */
  readonly scope: string
  /** Draws what a cell holds; null where it holds nothing to show. */
  readonly renderCell: (cell: FormCell) => React.ReactElement | null
  /** Id of the chosen tab (default: the first). */
  readonly tab?: string
  readonly onTab?: (id: string) => void
}

/** A form's tabs and sections; only the chosen tab is drawn. */
export function FormBody(props: FormBodyProps): React.ReactElement {
  const { form, tab: chosen, onTab } = props
  const tabs = form.tabs.filter(({ settings }) => !isHidden(settings))
  const [only] = tabs
  if (tabs.length === 1 && only) return <Tab {...props} shown={only} />
  return (
    <Pivot
      aria-label="Tabs of the form"
      // On narrow pages they need several lines.
      styles={{ root: { display: 'flex', flexWrap: 'wrap' } }}
      {...(chosen === undefined ? {} : { selectedKey: chosen })}
      onLinkClick={(item) => onTab?.(item?.props.itemKey ?? '')}
    >
      {tabs.map((tab) => (
        <PivotItem key={tab.id} itemKey={tab.id} headerText={tab.label}>
          <Tab {...props} shown={tab} />
        </PivotItem>
      ))}
    </Pivot>
  )
}

function Tab({ shown, ...props }: FormBodyProps & { readonly shown: FormTab }): React.ReactElement {
  const styles = recordStyles(useTheme())
  return (
    <div className={styles.tab}>
      {shown.columns.map(({ width, sections }, index) => (
        <div key={index} className={styles.column} style={{ flexBasis: width }}>
          {sections
            .filter(({ settings }) => !isHidden(settings))
            .map((section) => (
              <Section key={section.id} {...props} section={section} />
            ))}
        </div>
      ))}
    </div>
  )
}

function Section({
  section,
  scope,
  renderCell,
}: Pick<FormBodyProps, 'scope' | 'renderCell'> & {
  readonly section: FormSection
}): React.ReactElement {
  const styles = recordStyles(useTheme())
  const { label, rows, settings } = section
  const cells = rows.flatMap((row) => row.cells).filter((cell) => !isHidden(cell.settings))
  const width = settings?.['columns']?.length ?? 1
  const id = `${scope}-${section.id}`
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={showsLabel(settings) ? styles.heading : styles.unseen}>
        {label}
      </h2>
      <div
        className={styles.cells}
        style={{ gridTemplateColumns: `repeat(${String(width)}, minmax(0, 1fr))` }}
      >
        {cells.map((cell) => (
          <React.Fragment key={cell.id}>{renderCell(cell)}</React.Fragment>
        ))}
      </div>
    </section>
  )
}
