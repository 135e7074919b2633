/** How many of a hundred a share (0–1) is; says 100 and 0 only where it is all or nothing. */
export function outOf100(share: number): number {
  if (share >= 1 || share <= 0) return share >= 1 ? 100 : 0
  return Math.min(99, Math.max(1, Math.round(share * 100)))
}

/** A difference of shares in hundredths, signed; 0 for what nobody would notice. */
export const hundredths = (difference: number): number => Math.round(difference * 100) || 0
