import { column, primaryName, systemColumns, text } from './columns.js'
import type { Ownership } from './columns.js'
import { classes, description, field, form, subgrid } from './forms.js'
import { relationship, systemRelationships } from './relationships.js'
import { standardViews, view } from './views.js'
import { idOf, lines, localized, texts } from './xml.js'

interface TableParts {
  readonly schemaName: string
  readonly ownership?: Ownership
  readonly columns: readonly string[]
  readonly keys?: string
  readonly quickCreate?: boolean
  readonly icon?: string
  readonly forms: string
  readonly views: string
  readonly rest?: string
}

function table(parts: TableParts): string {
  const { schemaName, ownership = 'UserOwned', columns, keys = '', quickCreate = false } = parts
  return lines(
    '<Entity>',
    `<Name LocalizedName="${schemaName}" OriginalName="${schemaName}">${schemaName}</Name>`,
    '<EntityInfo>',
    `<entity Name="${schemaName}">`,
    '<attributes>',
    ...columns,
    systemColumns(schemaName, ownership),
    '</attributes>',
    keys,
    texts({
      EntitySetName: `${schemaName.toLowerCase()}s`,
      OwnershipTypeMask: ownership,
      IsActivity: '0',
      IsQuickCreateEnabled: quickCreate ? '1' : '0',
      IntroducedVersion: '1.0.0.0',
      ...(parts.icon === undefined ? {} : { IconVectorName: parts.icon }),
    }),
    '</entity>',
    '</EntityInfo>',
    `<FormXml>\n${parts.forms}\n</FormXml>`,
    `<SavedQueries>\n<savedqueries>\n${parts.views}\n</savedqueries>\n</SavedQueries>`,
    parts.rest ?? '',
    '</Entity>',
  )
}

const badge = 'govcdm_Example.Badge'
const grid = 'govcdm_Example.Grid'

const key = lines(
  '<EntityKeys>',
  '<EntityKey>',
  texts({ Name: 'govcdm_Thing_Code', LogicalName: 'govcdm_thing_code' }),
  '<EntityKeyAttributes>',
  '<AttributeName>govcdm_code</AttributeName>',
  '</EntityKeyAttributes>',
  '</EntityKey>',
  '</EntityKeys>',
)

const chart = lines(
  '<Visualizations>',
  '<visualization>',
  texts({ savedqueryvisualizationid: `{${idOf('thing chart')}}` }),
  '<datadescription>',
  '<datadefinition>',
  '<fetchcollection>',
  '<fetch aggregate="true">',
  '<entity name="govcdm_thing">',
  '<attribute name="govcdm_size" groupby="true" alias="by_size" />',
  '<attribute name="govcdm_thingid" aggregate="count" alias="number" />',
  '</entity>',
  '</fetch>',
  '</fetchcollection>',
  '<categorycollection>',
  '<category alias="by_size"><measurecollection><measure alias="number" /></measurecollection></category>',
  '</categorycollection>',
  '</datadefinition>',
  '</datadescription>',
  '</visualization>',
  '</Visualizations>',
)

const defaultControl = lines(
  '<CustomControlDefaultConfigs>',
  '<CustomControlDefaultConfig>',
  '<ControlDescriptionXML>',
  description(grid, '<data-set name="rows"><columnsDefaultView /></data-set>'),
  '</ControlDescriptionXML>',
  '</CustomControlDefaultConfig>',
  '</CustomControlDefaultConfigs>',
)

/** A table with everything: key, choice, secured column, replaced control, subgrid, chart. */
const thing = table({
  schemaName: 'govcdm_Thing',
  quickCreate: true,
  icon: 'govcdm_thingicon',
  columns: [
    primaryName('govcdm_Name'),
    text('govcdm_Code'),
    column('int', 'govcdm_Size'),
    column('ntext', 'govcdm_Notes', { more: { MaxLength: '2000' } }),
    column('picklist', 'govcdm_Colour', { more: { OptionSetName: 'govcdm_colour' } }),
    column('picklist', 'govcdm_Answer', { more: { OptionSetName: 'govcdm_yesno' } }),
    text('govcdm_Secret', { more: { IsSecured: '1' } }),
  ],
  keys: key,
  forms: lines(
    form({
      type: 'main',
      word: 'thing main',
      controls: [
        field('govcdm_name', classes.text),
        field('govcdm_size', classes.integer),
        field('govcdm_code', classes.replaced, ` uniqueid="{${idOf('code control')}}"`),
        subgrid({
          id: 'parts',
          table: 'govcdm_part',
          view: 'part related',
          relationship: 'govcdm_Part_Thing',
        }),
      ],
      descriptions: description(
        badge,
        '<value>govcdm_code</value><tone static="true" type="Enum">calm</tone>',
        'code control',
      ),
    }),
    form({
      type: 'quickCreate',
      word: 'thing new',
      controls: [field('govcdm_name', classes.text)],
    }),
  ),
  views: standardViews('govcdm_Thing', 'thing'),
  rest: lines(chart, defaultControl),
})

const linked = lines(
  '<link-entity alias="whole" name="govcdm_thing" from="govcdm_thingid" to="govcdm_thing">',
  '<attribute name="govcdm_size" />',
  '</link-entity>',
)

const part = table({
  schemaName: 'govcdm_Part',
  columns: [primaryName('govcdm_Name'), column('lookup', 'govcdm_Thing')],
  forms: form({
    type: 'main',
    word: 'part main',
    controls: [field('govcdm_name', classes.text), field('govcdm_thing', classes.lookup)],
  }),
  views: lines(
    standardViews('govcdm_Part', 'part'),
    view({
      table: 'govcdm_Part',
      word: 'part sizes',
      type: 0,
      columns: ['govcdm_name', 'whole.govcdm_size'],
      filter: '<order attribute="createdon" descending="true" />',
      link: linked,
      descriptions: description(grid, '<data-set name="rows" />'),
    }).replace('<isdefault>1', '<isdefault>0'),
  ),
})

const setting = table({
  schemaName: 'govcdm_Setting',
  ownership: 'OrgOwned',
  columns: [primaryName('govcdm_Name')],
  forms: form({
    type: 'main',
    word: 'setting main',
    controls: [field('govcdm_name', classes.text)],
  }),
  views: standardViews('govcdm_Setting', 'setting'),
})

/** A table of the platform that the package only adds to. */
const contact = lines(
  '<Entity>',
  '<Name LocalizedName="Contact" OriginalName="">Contact</Name>',
  '</Entity>',
)

export const tables = lines(thing, part, setting, contact)

export const relationships = lines(
  systemRelationships('govcdm_Thing', 'UserOwned'),
  systemRelationships('govcdm_Part', 'UserOwned'),
  systemRelationships('govcdm_Setting', 'OrgOwned'),
  relationship('govcdm_Part_Thing', ['govcdm_Part', 'govcdm_Thing'], 'govcdm_Thing'),
)

export const choice = lines(
  `<optionset Name="govcdm_colour">`,
  texts({ OptionSetType: 'picklist', IsGlobal: '1' }),
  '<options>',
  '<option value="166840000" />',
  '<option value="166840001" />',
  '</options>',
  localized('Colour'),
  '</optionset>',
)
