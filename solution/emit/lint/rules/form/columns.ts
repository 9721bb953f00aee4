import { textAt } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import type { ControlFacts } from '../../facts/form.js'
import type { TableFacts } from '../../facts/table.js'
import type { Rule } from '../../rule.js'
import { classFits, describeClass } from './control-classes.js'

/** Forms of a process table show columns of the tables that the process passes through. */
const showsOthers = ({ entity }: TableFacts) => textAt(entity, 'IsBPFEntity') === '1'

interface Field {
  readonly table: TableFacts
  readonly formType: string
  readonly control: ControlFacts
  readonly column: string
  /** Type of the column; undefined where the table does not have it. */
  readonly type: string | undefined
}

/** The fields of all forms whose table's columns are known. */
function* fields(facts: Facts): Generator<Field> {
  for (const table of facts.tables) {
    const known = facts.columnTypes(table.logicalName)
    if (!known || showsOthers(table)) continue
    for (const { controls, type: formType } of table.forms) {
      for (const control of controls) {
        const { column } = control
        if (column) yield { table, formType, control, column, type: known.get(column) }
      }
    }
  }
}

export const fieldColumns: Rule = {
  id: 'F1',
  level: 'error',
  sentence: 'Every field of a form shows a column that exists.',
  *check(facts) {
    for (const { table, control, column, type } of fields(facts)) {
      if (type !== undefined) continue
      yield {
        at: control.place,
        message: `The field shows "${column}", a column that the table ${table.schemaName} does not have.`,
      }
    }
  },
}

export const fieldClasses: Rule = {
  id: 'F4',
  level: 'error',
  sentence: "The class of a field's control fits the type of its column.",
  *check(facts) {
    for (const { formType, control, column, type } of fields(facts)) {
      if (type === undefined || type === '' || classFits(control.classId, type, formType)) continue
      yield {
        at: control.place,
        message: `The control's classid {${control.classId}} is for ${describeClass(control.classId)}; the column "${column}" has Type ${type}.`,
      }
    }
  },
}

export const primaryNameShown: Rule = {
  id: 'F8',
  level: 'house',
  sentence: 'A main form shows the primary name.',
  *check(facts) {
    for (const table of facts.tables.filter(({ ordinary }) => ordinary)) {
      const names = table.columns.filter(({ displayMask }) => displayMask.includes('PrimaryName'))
      for (const { controls, type, place } of table.forms) {
        const [name] = names
        if (type !== 'main' || !name) continue
        if (controls.some(({ column }) => column === name.logicalName)) continue
        yield {
          at: place,
          message: `The main form does not show "${name.logicalName}", the primary name of ${table.schemaName}.`,
        }
      }
    }
  },
}
