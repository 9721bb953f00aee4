import { Calendar, DayOfWeek, DirectionalHint, FocusTrapCallout } from '@fluentui/react'
import type { ICalendarStrings } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { DateStyle } from '../../model/date-text.js'
import { browserWallTime, dateFromWall, startOfDay } from '../../model/wall-clock.js'
import type { WallTime } from '../../model/wall-clock.js'
import { useSettings } from '../settings.js'

const weekdays = [
  DayOfWeek.Sunday,
  DayOfWeek.Monday,
  DayOfWeek.Tuesday,
  DayOfWeek.Wednesday,
  DayOfWeek.Thursday,
  DayOfWeek.Friday,
  DayOfWeek.Saturday,
]

/** A calendar beside the input. Fluent's works on the browser's clock; only days go in and out. */
export function CalendarCallout(props: {
  readonly target: React.RefObject<HTMLElement>
  readonly selected: WallTime | undefined
  readonly today: WallTime
  readonly onPick: (day: WallTime) => void
  readonly onClose: () => void
}): React.ReactElement {
  const { isRightToLeft, label, style, texts } = useSettings()
  const { selected, today } = props
  const value = selected === undefined ? undefined : dateFromWall(startOfDay(selected))
  return (
    <FocusTrapCallout
      target={props.target}
      role="dialog"
      ariaLabel={texts('Calendar_Title', label)}
      directionalHint={DirectionalHint.bottomLeftEdge}
      gapSpace={2}
      isBeakVisible={false}
      onDismiss={props.onClose}
      focusTrapProps={{ isClickableOutsideFocusTrap: true }}
    >
      <div dir={isRightToLeft ? 'rtl' : 'ltr'}>
        <Calendar
          strings={calendarStrings(style.date, texts)}
          today={dateFromWall(startOfDay(today))}
          firstDayOfWeek={weekdays[style.date.firstDayOfWeek] ?? DayOfWeek.Sunday}
          {...(value ? { value } : {})}
          onSelectDate={(date) => props.onPick(startOfDay(browserWallTime(date)))}
          onDismiss={props.onClose}
          highlightSelectedMonth
          isMonthPickerVisible={false}
          showGoToToday
        />
      </div>
    </FocusTrapCallout>
  )
}

function calendarStrings(style: DateStyle, texts: Strings): ICalendarStrings {
  return {
    months: [...style.monthNames],
    shortMonths: [...style.shortMonthNames],
    days: [...style.dayNames],
    shortDays: [...style.shortestDayNames],
    goToToday: texts('Calendar_Today'),
    prevMonthAriaLabel: texts('Calendar_PreviousMonth'),
    nextMonthAriaLabel: texts('Calendar_NextMonth'),
    prevYearAriaLabel: texts('Calendar_PreviousYear'),
    nextYearAriaLabel: texts('Calendar_NextYear'),
    selectedDateFormatString: texts('Calendar_Selected'),
    todayDateFormatString: texts('Calendar_TodayIs'),
  }
}
