import { Shimmer } from '@fluentui/react'
import * as React from 'react'

/** Rows that are not there yet, as grey lines. */
export function Waiting(props: {
  readonly label: string
  readonly className: string
}): React.ReactElement {
  return (
    <div className={props.className} role="progressbar" aria-label={props.label}>
      {['100%', '90%', '95%', '85%'].map((width) => (
        <Shimmer key={width} width={width} styles={{ root: { padding: '8px 0' } }} />
      ))}
    </div>
  )
}
