/**
 * Numbers that the platform's validator holds definitions to. Documented: the lengths, the size of
 * the file and `schemasOfOneBody` (named in its message to users). The others it only says to exist;
 * ours are assumptions on the careful side.
 */
export const limits = {
  titleLength: 30,
  descriptionLength: { min: 30, max: 500 },
  summaryLength: 80,
  operationIdLength: 80,
  categories: 2,
  fileBytes: 1_048_576,
  iconSize: 230,
  schemasOfOneBody: 512,
  schemasOfOneOperation: 1_024,
  schemas: 32_768,
  operations: 512,
  schemaDepth: 16,
} as const
