export const recordSchemaExample = {
  type: 'object',
  properties: {
    emailaddress1: {
      type: 'string',
      title: 'Email',
      'x-ms-summary': 'Email',
      description: 'Text of at most 100 characters.',
      maxLength: 100,
    },
  },
}
