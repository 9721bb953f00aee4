import { readmeName } from '../../connector-files.js'
import { shown, textOf } from '../../facts/json.js'
import { startOf } from '../../facts/place.js'
import { problem, rule } from '../../rule.js'

const sections = [
  'Publisher',
  'Prerequisites',
  'Supported Operations',
  'Obtaining Credentials',
  'Known Issues and Limitations',
  'Deployment Instructions',
]

export const readmeSections = rule(
  'ReadmeSectionMissing',
  'The readme has the sections that certification asks for, the title first.',
  ({ files, info }) => {
    if (files.readme === undefined) return []
    const found = [...files.readme.matchAll(/^#{1,3} +(.*?) *$/gm)].map(([, title]) => title)
    const missing = sections.filter((section) => !found.includes(section))
    const title = textOf(info.node['title'])
    return [
      ...(title === undefined || found[0] === title
        ? []
        : [`The readme starts with ${shown(found[0])}; expected the title ${shown(title)}.`]),
      ...missing.map((section) => `The readme has no section ${shown(section)}; expected one.`),
    ].map((message) => problem(startOf(readmeName), message))
  },
)

export const readmeOperations = rule(
  'ReadmeOperationMissing',
  'The readme names each operation that people see.',
  ({ files: { readme }, operations }) =>
    readme === undefined
      ? []
      : operations.flatMap(({ title, node, isInternal }) => {
          const summary = textOf(node['summary']) ?? ''
          return isInternal || readme.includes(summary)
            ? []
            : [
                problem(
                  startOf(readmeName),
                  `The readme does not name ${title}; expected its summary ${shown(summary)}.`,
                ),
              ]
        }),
)
