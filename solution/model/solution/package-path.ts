/** Whether a path with `/` stays inside of the zip or folder that it is of. */
export const isInside = (path: string): boolean =>
  !path.split('/').some((part) => ['', '.', '..', '__proto__'].includes(part)) &&
  !/[\0:\\]/.test(path)
