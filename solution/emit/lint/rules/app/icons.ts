import { descendants, elementAt, textAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { bareId } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

const tableIcons = ['IconVectorName', 'IconMediumName', 'IconSmallName', 'IconLargeName']

/** The stock icon of apps; packages that use it list its web resource as a missing dependency. */
const stockAppIcon = '953b9fac-1e5e-e611-80d6-00155ded156f'
const stockAppIconName = 'msdyn_/Images/AppModule_Default_Icon.png'

export const icons: Rule = {
  id: 'A4',
  level: 'house',
  sentence:
    'Icons of tables, apps and site maps are web resources of the package or listed missing dependencies.',
  *check(facts) {
    const names = new Set(facts.ofType('61').map(({ key }) => key))
    for (const [name, at] of iconNames(facts)) {
      if (names.has(name) || facts.requires('61', name)) continue
      yield {
        at,
        message: `The icon "${name}" is neither a web resource of the package nor a listed missing dependency.`,
      }
    }
    const ids = new Set(facts.ofType('61').map(({ node }) => bareId(textAt(node, 'WebResourceId'))))
    for (const { node, place } of facts.ofType('80')) {
      const id = bareId(textAt(node, 'WebResourceId'))
      const stock = id === stockAppIcon && facts.requires('61', stockAppIconName)
      if (ids.has(id) || stock || facts.requires('61', id)) continue
      yield {
        at: within(place, 'WebResourceId', elementAt(node, 'WebResourceId')),
        message: `The app's icon {${id}} is neither a web resource of the package nor a listed missing dependency.`,
      }
    }
  },
}

/** Icons by name. Other addresses, such as images of the platform, are left alone. */
function* iconNames({ tables, ofType }: Facts): Generator<readonly [string, Place]> {
  for (const { entity, place } of tables) {
    for (const part of tableIcons) {
      const name = textAt(entity, part)
      if (name) yield [name, within(place, part, elementAt(entity, part))]
    }
  }
  for (const { node: siteMap, place } of ofType('62')) {
    for (const node of descendants(siteMap)) {
      const { Id = '' } = node.attributes
      for (const name of addressed(node)) yield [name, within(place, `${node.name} ${Id}`, node)]
    }
  }
}

function addressed({ attributes }: XmlElement): readonly string[] {
  const addresses = [attributes.VectorIcon, attributes.Icon].filter((each) => each !== undefined)
  return addresses.flatMap((address) => {
    const name = /^(?:\/WebResources\/|\$webresource:)(.+)$/i.exec(address)?.[1]
    return name === undefined ? [] : [name]
  })
}
