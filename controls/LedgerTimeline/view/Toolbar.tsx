import { DefaultButton, Dropdown, SearchBox } from '@fluentui/react'
import type { IDropdownOption } from '@fluentui/react'
import * as React from 'react'

import { ledgerStatus } from '../../../solution/tables/integration-ledger.js'
import type { Choices } from '../model/choices.js'
import type { LedgerStatus } from '../../shared/ledger/entry.js'
import { hasFilters, noFilters } from '../model/filters.js'
import type { Filters } from '../model/filters.js'
import type { Grouping } from '../model/groups.js'
import { columnLabel, useSettings } from './settings.js'

/** After the last key, so that not every letter is a request. */
const typingPause = 400

/** How the timeline is grouped and what it is narrowed to. */
export function Toolbar(props: {
  readonly filters: Filters
  readonly grouping: Grouping
  readonly choices: Choices
  readonly onFilter: (filters: Filters) => void
  readonly onGroup: (grouping: Grouping) => void
}): React.ReactElement {
  const settings = useSettings()
  const { styles, texts } = settings
  const { filters, choices, onFilter } = props
  const statuses = Object.keys(ledgerStatus) as LedgerStatus[]
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts('Toolbar_Label')}>
      <Dropdown
        className={styles.field}
        label={texts('Group_Label')}
        selectedKey={props.grouping}
        options={(['aspect', 'day'] as const).map((key) => ({ key, text: texts(`Group_${key}`) }))}
        onChange={(_event, option) => props.onGroup(option?.key === 'day' ? 'day' : 'aspect')}
      />
      <Choice
        label={texts('Filter_Aspect')}
        chosen={filters.aspect}
        options={sorted(
          [...choices.aspects].map(([key, table]) => ({
            key,
            text: columnLabel(settings, table, key),
          })),
        )}
        onChoose={(aspect) => onFilter({ ...filters, aspect })}
      />
      <Choice
        label={texts('Filter_Source')}
        chosen={filters.source}
        options={sorted([...choices.sources].map((key) => ({ key, text: key })))}
        onChoose={(source) => onFilter({ ...filters, source })}
      />
      <Choice
        label={texts('Filter_Status')}
        chosen={filters.status}
        options={statuses.map((key) => ({ key, text: texts(`Status_${key}`) }))}
        onChoose={(status) => onFilter({ ...filters, status: status as LedgerStatus | null })}
      />
      <Search filters={filters} onFilter={onFilter} />
      {hasFilters(filters) && (
        <DefaultButton text={texts('Filter_Clear')} onClick={() => onFilter(noFilters)} />
      )}
    </div>
  )
}

interface Option {
  readonly key: string
  readonly text: string
}

const sorted = (options: readonly Option[]) =>
  [...options].sort((one, other) => one.text.localeCompare(other.text))

/** No value is the key of `all`: a source may be called anything. */
function Choice(props: {
  readonly label: string
  readonly chosen: string | null
  readonly options: readonly Option[]
  readonly onChoose: (key: string | null) => void
}): React.ReactElement {
  const { styles, texts } = useSettings()
  const options: IDropdownOption<string | null>[] = [
    { key: 'all', text: texts('Filter_All'), data: null },
    ...props.options.map(({ key, text }) => ({ key: `is ${key}`, text, data: key })),
  ]
  return (
    <Dropdown
      className={styles.field}
      label={props.label}
      selectedKey={props.chosen === null ? 'all' : `is ${props.chosen}`}
      options={options}
      onChange={(_event, option) =>
        props.onChoose((option?.data as string | null | undefined) ?? null)
      }
    />
  )
}

function Search(props: {
  readonly filters: Filters
  readonly onFilter: (filters: Filters) => void
}): React.ReactElement {
  const { styles, texts } = useSettings()
  const { filters, onFilter } = props
  const [typed, setTyped] = React.useState(filters.text)
  const latest = React.useRef(props)
  latest.current = props
  React.useEffect(() => setTyped(filters.text), [filters.text])
  React.useEffect(() => {
    if (typed === latest.current.filters.text) return undefined
    const timer = setTimeout(() => {
      const { filters: current, onFilter: filter } = latest.current
      filter({ ...current, text: typed })
    }, typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <SearchBox
      className={styles.search}
      ariaLabel={texts('Filter_Text')}
      placeholder={texts('Filter_Text')}
      clearButtonProps={{ ariaLabel: texts('Filter_TextClear') }}
      value={typed}
      onChange={(_event, text = '') => setTyped(text)}
      onSearch={() => onFilter({ ...filters, text: typed })}
      onClear={() => onFilter({ ...filters, text: '' })}
    />
  )
}
