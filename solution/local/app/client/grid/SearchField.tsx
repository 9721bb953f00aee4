import { SearchBox } from '@fluentui/react'
import * as React from 'react'

export interface SearchFieldProps {
  /** What is searched. */
  readonly label: string
  /** The search in force. */
  readonly search: string
  readonly onSearch: (text: string) => void
}

/** The field of the quick search. */
export function SearchField({ label, search, onSearch }: SearchFieldProps): React.ReactElement {
  const [text, setText] = React.useState(search)
  // Another address brings its own text.
  React.useEffect(() => setText(search), [search])
  return (
    <div role="search" style={{ flex: '1 1 160px', minWidth: 0 }}>
      <SearchBox
        styles={{ root: { minWidth: 0 } }}
        value={text}
        placeholder="Search: begins with"
        ariaLabel={`Search ${label}. Finds what begins with the text; * stands for anything.`}
        onChange={(_event, next = '') => setText(next)}
        onSearch={(next: string) => onSearch(next.trim())}
        onClear={() => {
          if (search !== '') onSearch('')
        }}
      />
    </div>
  )
}
