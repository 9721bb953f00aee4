/**
 * A confidence as a person writes it, with a point or the user's own decimal separator: null where
 * nothing is written, undefined where it is no number from 0 to 1.
 */
export function parseConfidence(text: string, decimal: string): number | null | undefined {
  const written = text.trim().replace(decimal, '.')
  if (written === '') return null
  if (!/^(\d+\.?\d*|\.\d+)$/.test(written)) return undefined
  const value = Number(written)
  return value <= 1 ? value : undefined
}
