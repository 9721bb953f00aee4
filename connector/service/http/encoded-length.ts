/** Characters that a text takes in an address, with its quotes and the comma after it. */
export function encodedLength(text: string): number {
  return encodeURIComponent(JSON.stringify(text)).length + 3
}
