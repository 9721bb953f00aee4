/** The class of a control that is replaced by a PCF control: it takes any column. */
export const replacedClass = 'f9a8a302-114e-466a-b582-6771b2ae0d92'

export const subgridClass = 'e7a81278-8635-4d9e-8d4d-59480b391c5b'

/** Column types by the class ids of stock controls; classes measured in exports or documented. */
const typesOfClass: Readonly<Record<string, readonly string[]>> = {
  '4273edbd-ac1d-40d3-9fb2-095c621b552d': ['nvarchar'],
  'ada2203e-b4cd-49be-9ddf-234642b43b52': ['nvarchar'],
  '8c10015a-b339-4982-9474-a95fe05631a5': ['nvarchar'],
  '71716b6c-711e-476c-8ab8-5d11542bfb47': ['nvarchar'],
  '1e1fc551-f7a8-43af-ac34-a8dc35c7b6d4': ['nvarchar'],
  'e0dece4b-6fc8-4a8f-a065-082708572369': ['ntext', 'nvarchar'],
  '270bd3db-d9af-4782-9025-509e298dec0a': ['lookup', 'owner', 'customer'],
  '5c5600e0-1d6e-4205-a272-be80da87fd42': ['lookup', 'owner', 'customer'],
  '5b773807-9fb2-42db-97c3-7a91eff8adff': ['datetime'],
  '3ef39988-22bb-4f0b-bbbe-64b5a3748aee': ['picklist', 'state', 'status', 'bit'],
  '5d68b988-0661-4db2-bc3e-17598ad3be6c': ['status', 'state'],
  '67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed': ['bit'],
  'b0c6723a-8503-4fd7-bb28-c8a06ac933c2': ['bit'],
  '4aa28ab7-9c13-4f57-a73d-ad894d048b5f': ['multiselectpicklist'],
  'c6d124ca-7eda-4a60-aea9-7fb8d318b68f': ['int'],
  'aa987274-ce4e-4271-a803-66164311a958': ['int'],
  'c3efe0c3-0ec6-42be-8349-cbd9079dfd8e': ['decimal'],
  '0d2c745a-e5a8-4c8f-ba63-c6d3bb604660': ['float'],
  '533b9e00-756b-4312-95a0-dc888637ac78': ['money'],
  '533b9108-5a8b-42cb-bd37-52d1b8e7c741': ['money'],
  '0a7ff475-b016-4687-9ce5-042bfdbd6519': ['file'],
}

/** Card forms show dates with the lookup's class, in every export. */
const onCards: Readonly<Record<string, readonly string[]>> = {
  '270bd3db-d9af-4782-9025-509e298dec0a': ['datetime'],
}

/** Whether a control of this class can show a column of this type; yes for a class not known. */
export function classFits(classId: string, type: string, formType: string): boolean {
  const types = typesOfClass[classId]
  if (!types || types.includes(type)) return true
  return formType === 'card' && (onCards[classId]?.includes(type) ?? false)
}

/** The column types of a class, for a message. */
export function describeClass(classId: string): string {
  return typesOfClass[classId]?.join(', ') ?? 'no column'
}
