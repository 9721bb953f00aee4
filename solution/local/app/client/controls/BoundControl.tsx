import * as React from 'react'

import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import { ErrorState, LoadingState } from '../states.js'
import type { ControlData } from './use-mounted-control.js'
import { useMountedControl } from './use-mounted-control.js'

export interface BoundControlProps extends ControlData {
  readonly binding: ControlBinding
  /** Another value loads the control's rows anew. */
  readonly version?: number | string
  /** What is shown instead where the control cannot be: the stock grid or field. */
  readonly stock: React.ReactElement
}

/** A control that a solution binds, in the place of a stock grid or field. */
export function BoundControl(props: BoundControlProps): React.ReactElement {
  const { binding, version, stock, ...data } = props
  const { loaded, container, retry } = useMountedControl(binding, data)
  useRefresh(loaded.state === 'ready' ? loaded.value.mounted.refresh : undefined, version)
  return (
    <>
      {loaded.state === 'loading' && <LoadingState what={data.label} />}
      {(loaded.state === 'error' || loaded.state === 'noAccess') && (
        <>
          <ErrorState
            message={`The control ${binding.control} could not be shown. ${loaded.message}`}
            onRetry={retry}
          />
          {stock}
        </>
      )}
      <div ref={container} hidden={loaded.state === 'error' || loaded.state === 'noAccess'} />
    </>
  )
}

function useRefresh(
  refresh: (() => Promise<void>) | undefined,
  version: number | string | undefined,
): void {
  const shown = React.useRef(version)
  React.useEffect(() => {
    if (!refresh || shown.current === version) return
    shown.current = version
    void refresh()
  }, [refresh, version])
}
