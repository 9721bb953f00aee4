import { controlClass } from '../../model/solution/index.js'
import type { FormControl } from '../../model/solution/index.js'
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { braced } from './parts.js'
import { subgridParameters } from './subgrid.js'

/** The `control` element of a cell. */
export function emitControl(control: FormControl): XmlElement {
  const { id, uniqueId, settings, rest = [] } = control
  const parameters = parametersOf(control)
  return element(
    'control',
    {
      id,
      classid: braced(control.binding ? controlClass.bound : stockClass(control)),
      ...ownAttributes(control),
      uniqueid: braced(uniqueId),
      ...settings,
    },
    [...(parameters.length === 0 ? [] : [element('parameters', {}, parameters)]), ...rest],
  )
}

const stockClass = (control: FormControl): string =>
  control.kind === 'subgrid' ? controlClass.subgrid : control.classId

function ownAttributes(control: FormControl) {
  switch (control.kind) {
    case 'field':
      return { datafieldname: control.column, disabled: control.disabled }
    case 'subgrid':
      return { indicationOfSubgrid: true }
    case 'other':
      return {}
  }
}

const parametersOf = (control: FormControl): readonly XmlElement[] =>
  control.kind === 'subgrid' ? subgridParameters(control) : (control.parameters ?? [])
