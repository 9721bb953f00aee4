import { maxLength } from '../../../../solution/tables/index.js'
import { pickTemplate } from '../pickers.js'
import { flag, integer, list, object, oneOf, page, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { policyRules } from './policy-rules.js'

const targetTable = text('Target Table', 'Logical name of the table.', { example: 'contact' })

const fieldName = text('Field Name', 'Logical name of the column. Absent for the whole table.', {
  example: 'emailaddress1',
})

const applied = {
  Created: 'Created',
  Unchanged: 'Unchanged',
  Kept: 'Kept',
  Overwritten: 'Overwritten',
  Skipped: 'Skipped',
}

const counted = (title: string, description: string) =>
  required(integer(title, description, { example: 4 }))

export const templateDefinitions: Readonly<Record<string, Schema>> = {
  PolicyTemplate: object('Policy Template', 'Ready policies and value maps for one purpose.', {
    templateId: required(
      text('Template ID', 'Id of the template.', { visibility: 'advanced', example: 'people' }),
    ),
    title: required(text('Title', 'What it is for.', { example: 'People from an HR system' })),
    description: required(
      text('Description', 'What it sets up, in sentences for a person.', {
        example: 'Contacts are created and kept up to date by the HR system.',
      }),
    ),
    commitPolicies: required(
      list('Commit Policies', 'The policies that it brings.', ref('TemplatePolicy')),
    ),
    codeLists: required(
      list('Code Lists', 'The code lists whose value maps it brings.', ref('TemplateCodeList')),
    ),
  }),

  TemplatePolicy: object('Template Policy', 'A policy that a template brings.', {
    targetTable: required(targetTable),
    fieldName,
    ...policyRules,
  }),

  TemplateCodeList: object('Template Code List', 'A code list that a template brings.', {
    codeList: required(text('Code List', 'The code list.', { example: 'Gender' })),
    valueMaps: counted('Value Maps', 'How many value maps of it the template brings a source.'),
  }),

  PolicyTemplateList: page('Policy Templates', 'Templates and where to go on.', 'PolicyTemplate'),

  ApplyPolicyTemplateRequest: object(
    'Template Application',
    'Which template to apply, and for which source systems.',
    {
      templateId: required(
        text('Template ID', 'Id of the template.', {
          minLength: 1,
          maxLength: 100,
          example: 'people',
          ...pickTemplate,
        }),
      ),
      sourceSystemKeys: required(
        list(
          'Source System Keys',
          'Keys of the source systems that the policies name, highest rank first, at most five.',
          { type: 'string', minLength: 1, maxLength: maxLength.sourceSystemKey },
          { minItems: 1, maxItems: 5, example: ['HRIS'] },
        ),
      ),
      preview: flag('Preview', 'Whether only to tell what would be done. Without it, it is done.', {
        example: false,
      }),
      overwrite: flag(
        'Overwrite',
        'Whether policies and value maps that are there and say something else are changed. Without it, they are kept.',
        { visibility: 'advanced', example: false },
      ),
    },
    { example: { templateId: 'people', sourceSystemKeys: ['HRIS'] } },
  ),

  TemplateApplication: object('Template Application', 'What was done, or would be done.', {
    templateId: required(
      text('Template ID', 'Id of the template.', { visibility: 'advanced', example: 'people' }),
    ),
    preview: required(flag('Preview', 'Whether nothing was written.', { example: false })),
    created: counted('Created', 'How many policies and value maps were added.'),
    unchanged: counted('Unchanged', 'How many were there as the template has them.'),
    kept: counted('Kept', 'How many were there, say something else, and were left alone.'),
    overwritten: counted('Overwritten', 'How many were changed to what the template has.'),
    skipped: counted('Skipped', 'How many are about tables or columns that are not there.'),
    commitPolicies: required(
      list('Commit Policies', 'What became of each policy.', ref('AppliedPolicy')),
    ),
    codeLists: required(
      list('Code Lists', 'What became of the value maps.', ref('AppliedCodeList')),
    ),
  }),

  AppliedPolicy: object('Applied Policy', 'A policy of the template and what became of it.', {
    targetTable: required(targetTable),
    fieldName,
    outcome: required(
      oneOf('Outcome', 'What was done, or would be done.', applied, { example: 'Created' }),
    ),
    message: text('Message', 'Why it was kept or skipped, in a sentence for a person.', {
      example: 'Policy "contact" is there and says something else.',
    }),
  }),

  AppliedCodeList: object(
    'Applied Code List',
    'A code list of the template and what became of it.',
    {
      codeList: required(text('Code List', 'The code list.', { example: 'Gender' })),
      created: counted('Created', 'How many value maps were added.'),
      unchanged: counted('Unchanged', 'How many were there as the template has them.'),
      kept: counted('Kept', 'How many were there, say something else, and were left alone.'),
      overwritten: counted('Overwritten', 'How many were changed to what the template has.'),
    },
  ),
}
