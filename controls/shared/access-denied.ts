/** 0x80040220, in the two ways that the platform writes it. */
const privilegeDenied = /0x80040220|-2147220960|\bprvRead/i

/** Whether the platform's message says that a privilege is missing. */
export function isAccessDenied(message: string): boolean {
  return privilegeDenied.test(message)
}
