import * as React from 'react'

import type { Output } from '../../model/field.js'

/** The value shown: the one just picked, until the form's own value changes. */
export function usePicked<Value extends Output>(
  value: Value,
  onOutput: (output: Value) => void,
): readonly [value: Value, pick: (value: Value) => void] {
  const [picked, setPicked] = React.useState<{ readonly value: Value }>()
  React.useEffect(() => setPicked(undefined), [value])
  return [
    picked ? picked.value : value,
    (next) => {
      setPicked({ value: next })
      onOutput(next)
    },
  ]
}
