/** Where the cases of property specs come from: the same ones in every run. */
export const defaultSeed = 20_261_121
