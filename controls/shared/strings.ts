/** Texts of the control by key, from its resx file; `{0}`, `{1}` stand for the values given. */
export type Strings = (key: string, ...values: readonly (string | number)[]) => string

/** The texts in the user's language, as the platform hands them out. */
export function stringsOf(resources: ComponentFramework.Resources): Strings {
  return (key, ...values) =>
    resources
      .getString(key)
      .replace(/\{(\d)\}/g, (placeholder, index: string) =>
        String(values[Number(index)] ?? placeholder),
      )
}
