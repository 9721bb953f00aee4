import { lines, texts } from './xml.js'

/** A column as the checks read it. `extra`: elements after the common ones. */
export function column(
  type: string,
  physicalName: string,
  { custom = true, mask = 'ValidForForm', extra = '', more = {} }: ColumnParts = {},
): string {
  return lines(
    `<attribute PhysicalName="${physicalName}">`,
    texts({
      Type: type,
      Name: physicalName.toLowerCase(),
      LogicalName: physicalName.toLowerCase(),
      RequiredLevel: 'none',
      DisplayMask: mask,
      IsCustomField: custom ? '1' : '0',
      IsSecured: '0',
      IntroducedVersion: '1.0.0.0',
      SourceType: '0',
      ...more,
    }),
    extra,
    '</attribute>',
  )
}

interface ColumnParts {
  readonly custom?: boolean
  readonly mask?: string
  readonly extra?: string
  /** Elements that replace or follow the common ones. */
  readonly more?: Readonly<Record<string, string>>
}

export const text = (name: string, parts: ColumnParts = {}): string =>
  column('nvarchar', name, {
    ...parts,
    more: { Format: 'text', MaxLength: '100', Length: '200', ...parts.more },
  })

export const primaryName = (name: string): string =>
  text(name, {
    mask: 'PrimaryName|ValidForForm|RequiredForForm',
    more: { RequiredLevel: 'required' },
  })

/** Columns and kinds that the platform gives a table of users and teams. */
const userOwned: Readonly<Record<string, string>> = {
  CreatedBy: 'lookup',
  CreatedOn: 'datetime',
  CreatedOnBehalfBy: 'lookup',
  ImportSequenceNumber: 'int',
  ModifiedBy: 'lookup',
  ModifiedOn: 'datetime',
  ModifiedOnBehalfBy: 'lookup',
  OverriddenCreatedOn: 'datetime',
  OwnerId: 'owner',
  OwningBusinessUnit: 'lookup',
  OwningTeam: 'lookup',
  OwningUser: 'lookup',
  TimeZoneRuleVersionNumber: 'int',
  UTCConversionTimeZoneCode: 'int',
}

export type Ownership = 'UserOwned' | 'OrgOwned'

/** The system columns of a table, its primary key among them. */
export function systemColumns(table: string, ownership: Ownership): string {
  const types =
    ownership === 'UserOwned'
      ? Object.entries(userOwned)
      : [
          ...Object.entries(userOwned).filter(([name]) => !name.startsWith('Own')),
          ['OrganizationId', 'lookup'] as const,
        ]
  return lines(
    column('primarykey', `${table}Id`, { custom: false }),
    ...types.map(([name, type]) => column(type, name, { custom: false })),
    column('state', 'statecode', { custom: false, extra: states(table) }),
    column('status', 'statuscode', { custom: false, extra: statuses(table) }),
  )
}

const states = (table: string) =>
  lines(
    `<optionset Name="${table.toLowerCase()}_statecode">`,
    '<states>',
    '<state value="0" defaultstatus="1" invariantname="Active" />',
    '<state value="1" defaultstatus="2" invariantname="Inactive" />',
    '</states>',
    '</optionset>',
  )

const statuses = (table: string) =>
  lines(
    `<optionset Name="${table.toLowerCase()}_statuscode">`,
    '<statuses>',
    '<status value="1" state="0" />',
    '<status value="2" state="1" />',
    '</statuses>',
    '</optionset>',
  )
