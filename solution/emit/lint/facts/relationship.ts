import { textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'

/** An `EntityRelationship`. Names as they are written. */
export interface RelationshipFacts {
  readonly name: string
  readonly manyToMany: boolean
  /** The table with the lookup column (many to many: the first one). */
  readonly referencing: string
  /** The table pointed at (many to many: the second one). */
  readonly referenced: string
  readonly column: string
  readonly node: XmlElement
  readonly place: Place
}

export function relationshipFacts(node: XmlElement, files: Files): RelationshipFacts {
  const name = node.attributes.Name ?? ''
  const manyToMany = textAt(node, 'EntityRelationshipType') === 'ManyToMany'
  const [referencing, referenced] = manyToMany
    ? [textAt(node, 'FirstEntityName'), textAt(node, 'SecondEntityName')]
    : [textAt(node, 'ReferencingEntityName'), textAt(node, 'ReferencedEntityName')]
  const file = files.ending(
    `Other/Relationships/${(manyToMany ? referencing : referenced) ?? ''}.xml`,
  )
  return {
    name,
    manyToMany,
    referencing: referencing ?? '',
    referenced: referenced ?? '',
    column: textAt(node, 'ReferencingAttributeName') ?? '',
    node,
    place: placeAt(file, `EntityRelationship ${name || '(without name)'}`, node),
  }
}
