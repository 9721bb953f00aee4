import { IconButton } from '@fluentui/react'
import * as React from 'react'

import { dateText, readDate } from '../../model/date-text.js'
import { withTimeOf } from '../../model/wall-clock.js'
import { useSettings } from '../settings.js'
import { CalendarCallout } from './CalendarCallout.js'
import type { InputProps } from './FieldInput.js'
import { DraftField } from './TypedInput.js'
import { useDraft } from './use-draft.js'

/** A date, typed as the user writes dates or picked from a calendar. */
export function DateInput({ field, data, onOutput }: InputProps<'date'>): React.ReactElement {
  const { label, style, styles, texts, today } = useSettings()
  const [isOpen, setOpen] = React.useState(false)
  const place = React.useRef<HTMLDivElement>(null)
  const draft = useDraft(field, style, onOutput)
  const { hasTime } = data
  const typed = readDate(draft.text, hasTime, style.date)
  const close = () => setOpen(false)
  return (
    <div ref={place}>
      <DraftField
        field={field}
        draft={draft}
        placeholder={
          hasTime ? `${style.date.dayPattern} ${style.date.timePattern}` : style.date.dayPattern
        }
        onRenderSuffix={() => (
          <IconButton
            className={styles.calendarButton}
            iconProps={{ iconName: 'Calendar' }}
            ariaLabel={texts('Calendar_Open', label)}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
          />
        )}
      />
      {isOpen && (
        <CalendarCallout
          target={place}
          selected={typed}
          onClose={close}
          onPick={(day) => {
            close()
            const picked = withTimeOf(day, typed ?? 0)
            draft.onPick(dateText(picked, hasTime, style.date))
          }}
          today={today}
        />
      )}
    </div>
  )
}
