import type { CustomControl } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

const folderOf = ({ name }: CustomControl): string => `Controls/${name}`

/** `CustomControl` */
export const emitCustomControl = (control: CustomControl): XmlElement =>
  element('CustomControl', {}, [
    textElement('Name', control.name),
    textElement('FileName', `/${folderOf(control)}/ControlManifest.xml`),
  ])

export const customControlFiles = (
  control: CustomControl,
): readonly (readonly [path: string, content: Uint8Array])[] =>
  [...control.files].map(([path, content]) => [`${folderOf(control)}/${path}`, content])
