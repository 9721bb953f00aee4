/** The platform's numbers of privileges that controls ask for. */
const privileges = { create: 1, read: 2, write: 3, append: 7, appendTo: 8 } as const
/** At least the rows the user owns. */
const basicDepth = 0

/**
 * Whether the user may do this to rows of the table at all. Where the platform cannot tell (it throws
 * for tables it has not loaded), yes: the server has the last word on every row.
 */
export function mayDo(
  utils: ComponentFramework.Utility,
  table: string,
  privilege: keyof typeof privileges,
): boolean {
  try {
    return utils.hasEntityPrivilege(table, privileges[privilege], basicDepth)
  } catch {
    return true
  }
}
