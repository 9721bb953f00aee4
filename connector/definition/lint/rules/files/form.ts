import { definitionName } from '../../connector-files.js'
import { startOf } from '../../facts/place.js'
import { limits } from '../../limits.js'
import { advice, problem, rule } from '../../rule.js'

export const fileSize = rule(
  'DefinitionFileTooLarge',
  'The definition is at most a megabyte.',
  ({ files }) => {
    const bytes = Buffer.byteLength(files.definitionText ?? '')
    return bytes > limits.fileBytes
      ? [
          problem(
            startOf(definitionName),
            `The file has ${bytes} bytes; expected at most ${limits.fileBytes}.`,
          ),
        ]
      : []
  },
)

export const indentation = rule(
  'DefinitionFormat',
  'The definition is indented by four blanks, without blanks at the ends of lines.',
  ({ files }) => {
    const lines = (files.definitionText ?? '').split(/\r?\n/)
    const wrong = lines.findIndex((line) => /[ \t]$/.test(line) || !/^( {4})*([^ \t]|$)/.test(line))
    return wrong < 0
      ? []
      : [
          problem(
            startOf(definitionName),
            `Line ${wrong + 1} ends with a blank or is indented otherwise; expected steps of four blanks.`,
          ),
        ]
  },
)

const order = [
  'swagger',
  'info',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'paths',
  'definitions',
  'parameters',
]

export const keyOrder = advice(
  'DefinitionKeyOrder',
  'The parts of the definition come in the order that certification asks for.',
  ({ root }) => {
    const found = Object.keys(root.node).filter((key) => order.includes(key))
    const expected = order.filter((key) => found.includes(key))
    return found.join() === expected.join()
      ? []
      : [problem(root.place, `The parts are ${found.join(', ')}; expected ${expected.join(', ')}.`)]
  },
)
