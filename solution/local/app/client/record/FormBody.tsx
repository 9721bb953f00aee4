import { Pivot, PivotItem, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { Form, FormSection, FormTab } from '../../../../model/solution/form.js'
import { isHidden, showsLabel } from './forms.js'
import { recordStyles } from './styles.js'

export interface FormBodyProps {
  readonly form: Form
  /** Draws what a cell holds; null where it holds nothing to show. */
  readonly renderCell: (
    cell: FormSection['rows'][number]['cells'][number],
  ) => React.ReactElement | null
}

/** A form's tabs and sections; only the chosen tab is drawn. */
export function FormBody({ form, renderCell }: FormBodyProps): React.ReactElement {
  const tabs = form.tabs.filter(({ settings }) => !isHidden(settings))
  const [only] = tabs
  if (tabs.length === 1 && only) return <Tab tab={only} renderCell={renderCell} />
  return (
    <Pivot aria-label="Tabs of the form">
      {tabs.map((tab) => (
        <PivotItem key={tab.id} itemKey={tab.id} headerText={tab.label}>
          <Tab tab={tab} renderCell={renderCell} />
        </PivotItem>
      ))}
    </Pivot>
  )
}

function Tab({
  tab,
  renderCell,
}: Pick<FormBodyProps, 'renderCell'> & { readonly tab: FormTab }): React.ReactElement {
  const styles = recordStyles(useTheme())
  return (
    <div className={styles.tab}>
      {tab.columns.map(({ width, sections }, index) => (
        <div key={index} className={styles.column} style={{ flexBasis: width }}>
          {sections
            .filter(({ settings }) => !isHidden(settings))
            .map((section) => (
              <Section key={section.id} section={section} renderCell={renderCell} />
            ))}
        </div>
      ))}
    </div>
  )
}

function Section({
  section,
  renderCell,
}: Pick<FormBodyProps, 'renderCell'> & { readonly section: FormSection }): React.ReactElement {
  const styles = recordStyles(useTheme())
  const { id, label, rows, settings } = section
  const cells = rows.flatMap((row) => row.cells).filter((cell) => !isHidden(cell.settings))
  const width = settings?.['columns']?.length ?? 1
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={showsLabel(settings) ? styles.heading : styles.unseen}>
        {label}
      </h2>
      <div
        className={styles.cells}
        style={{ gridTemplateColumns: `repeat(${width}, minmax(0, 1fr))` }}
      >
        {cells.map((cell) => (
          <React.Fragment key={cell.id}>{renderCell(cell)}</React.Fragment>
        ))}
      </div>
    </section>
  )
}
