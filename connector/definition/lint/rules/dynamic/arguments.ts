import type { Argument, DynamicCall } from '../../facts/dynamic-calls.js'
import type { Facts } from '../../facts/facts.js'
import type { Field } from '../../facts/fields.js'
import { isOfType, jsonType, shown, textOf } from '../../facts/json.js'
import { sourcesOf, targetsOf } from '../../facts/sources.js'
import { advice, each, rule } from '../../rule.js'

export const parameterFound = rule(
  'OperationParameterNameNotFound',
  'Each argument is for a parameter that is called for, and taken from one that is there.',
  (facts) =>
    each(passed(facts), ({ call, argument, sources, targets }) => {
      const { operationId = '', field } = call
      if (targets.length === 0) {
        return `The operation ${operationId} has no parameter ${shown(argument.name)}; expected the name of one.`
      }
      return argument.source !== undefined && sources.length === 0
        ? `The operation ${field.operation.title} has no parameter ${shown(argument.source)} to take ${shown(argument.name)} from; expected the place of one.`
        : undefined
    }),
)

export const requiredPassed = rule(
  'OperationMissingRequiredProperty',
  'Each required parameter of an operation that is called is given.',
  (facts) =>
    each(calls(facts), (call) => {
      const called = facts.operation(call.operationId ?? '')
      const given = call.args.flatMap((argument) => targetsOf(call, argument, facts))
      const missing = facts
        .fieldsOf(called)
        .filter(
          (field) =>
            field.position === 'input' &&
            !('default' in field.node) &&
            isLeaf(field) &&
            field.isRequiredThroughout &&
            !given.some((other) => other.path.join('/') === field.path.join('/')),
        )
      return missing.length > 0
        ? `The operation ${call.operationId ?? ''} requires ${missing.map(({ path }) => shown(path.join('/'))).join(', ')}; expected an argument.`
        : undefined
    }),
)

export const requiredFromRequired = advice(
  'OperationParameterRequiredMismatch',
  'What an operation requires comes from a field that has a value.',
  (facts) =>
    each(passed(facts), ({ sources: [source], targets: [target] }) =>
      target?.isRequiredThroughout && source && !source.isRequiredThroughout
        ? `${shown(target.path.join('/'))} is required and taken from ${shown(source.path.join('/'))}, which may be left out; expected a required field.`
        : undefined,
    ),
)

export const typesAgree = rule(
  'OperationParameterTypeMismatch',
  'An argument is of the type that the operation takes.',
  (facts) =>
    each(passed(facts), ({ sources: [source], targets: [target] }) => {
      const [given, taken] = [source, target].map((field) => textOf(field?.node['type']))
      const fits = given === taken || (given === 'integer' && taken === 'number')
      return given === undefined || taken === undefined || fits
        ? undefined
        : `${shown(target?.path.join('/'))} is of the type ${taken}; expected no argument of the type ${given}.`
    }),
)

export const valuesAgree = rule(
  'OperationParameterStaticTypeMismatch',
  'A value that is given is of the type that the operation takes.',
  (facts) =>
    each(passed(facts), ({ argument: { source, value }, targets: [target] }) => {
      const type = textOf(target?.node['type'])
      const isValue = source === undefined && value !== undefined && jsonType(value) !== 'object'
      return !isValue || type === undefined || isOfType(value, type)
        ? undefined
        : `${shown(target?.path.join('/'))} is of the type ${type}; expected no ${shown(value)}.`
    }),
)

export const sourceShown = rule(
  'SourcePropertyInternal',
  'No argument is taken from a field that nobody sees.',
  (facts) =>
    each(passed(facts), ({ call, sources: [source] }) =>
      source?.isInternal && !call.field.operation.isInternal
        ? `It is taken from ${shown(source.path.join('/'))}, which is internal; expected a value.`
        : undefined,
    ),
)

interface Passed {
  readonly call: DynamicCall
  readonly argument: Argument
  readonly place: Argument['place']
  readonly sources: readonly Field[]
  readonly targets: readonly Field[]
}

/** The calls of operations that are there. */
function calls({ dynamicCalls, operation }: Facts): readonly DynamicCall[] {
  return dynamicCalls.filter(({ operationId = '' }) => operation(operationId))
}

function passed(facts: Facts): readonly Passed[] {
  return calls(facts).flatMap((call) =>
    call.args.map((argument) => ({
      call,
      argument,
      place: argument.place,
      sources: sourcesOf(call, argument, facts),
      targets: targetsOf(call, argument, facts),
    })),
  )
}

/** A body is given by its properties; the body itself is no argument. */
function isLeaf({ node }: Field): boolean {
  return node['type'] !== 'object' && !('properties' in node)
}
