/**
 * Tables of the platform as relationships of exports write them. Their letter case is known to be
 * right, so a reference in another case is a fault.
 */
const measured = [
  'Account',
  'ActivityPointer',
  'Annotation',
  'Appointment',
  'AsyncOperation',
  'BulkDeleteFailure',
  'BusinessUnit',
  'Connection',
  'Contact',
  'DuplicateRecord',
  'Email',
  'Fax',
  'FileAttachment',
  'Letter',
  'Organization',
  'Owner',
  'PhoneCall',
  'PrincipalObjectAttributeAccess',
  'ProcessSession',
  'ProcessStage',
  'RecurringAppointmentMaster',
  'ServiceAppointment',
  'SocialActivity',
  'SystemUser',
  'Task',
  'Team',
  'TransactionCurrency',
  'UserEntityInstanceData',
  'Workflow',
] as const

/** Further tables of every Dataverse, by logical name (table reference of the Web API). */
const others = [
  'activityparty',
  'appmodule',
  'appmodulecomponent',
  'attribute',
  'audit',
  'businessprocessflowinstance',
  'calendar',
  'canvasapp',
  'connectionreference',
  'connectionrole',
  'connector',
  'customapi',
  'customeraddress',
  'duplicaterule',
  'entity',
  'environmentvariabledefinition',
  'environmentvariablevalue',
  'feedback',
  'fieldsecurityprofile',
  'goal',
  'imagedescriptor',
  'kbarticle',
  'knowledgearticle',
  'mailbox',
  'mailboxtrackingfolder',
  'metric',
  'mobileofflineprofile',
  'plugintracelog',
  'position',
  'privilege',
  'publisher',
  'queue',
  'queueitem',
  'report',
  'role',
  'savedquery',
  'sdkmessage',
  'sdkmessageprocessingstep',
  'serviceendpoint',
  'sharepointdocumentlocation',
  'sharepointsite',
  'sitemap',
  'sla',
  'slakpiinstance',
  'socialprofile',
  'solution',
  'solutioncomponent',
  'subject',
  'syncerror',
  'systemform',
  'teamtemplate',
  'template',
  'theme',
  'timezonedefinition',
  'userquery',
  'usersettings',
  'webresource',
] as const

const exactNames = new Map<string, string>(measured.map((name) => [name.toLowerCase(), name]))
const otherNames = new Set<string>(others)

/** Whether every Dataverse has the table. `name` in any letter case. */
export function isPlatformTable(name: string): boolean {
  const logicalName = name.toLowerCase()
  return exactNames.has(logicalName) || otherNames.has(logicalName)
}

/** The schema name of a platform table in its right letter case, where that is known. */
export function platformSchemaName(name: string): string | undefined {
  return exactNames.get(name.toLowerCase())
}
