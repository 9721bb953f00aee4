/** One difference between an environment and what a solution brings. */
export interface Finding {
  /** `conflict`: an import would fail, or leave what the service cannot work with. */
  readonly level: 'conflict' | 'note'
  /** What it is about: `table.column`, a choice, the publisher ... */
  readonly place: string
  readonly there: string
  readonly brought: string
  readonly advice: string
}

/** Shorthand for findings of one place. */
export function conflict(place: string, there: string, brought: string, advice: string): Finding {
  return { level: 'conflict', place, there, brought, advice }
}

/** One line for a person: `conflict  table.column: there text, brought memo. What to do.` */
export function lineOf({ level, place, there, brought, advice }: Finding): string {
  return `${level.padEnd(8)}  ${place}: there ${there}; brought ${brought}. ${advice}`
}
