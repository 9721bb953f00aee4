/**
 * What a caller must be allowed to do to use an operation: an app role each. `anyone`: whoever has
 * signed in.
 */
export type Duty = 'submit' | 'read' | 'certify' | 'administer' | 'anyone'
