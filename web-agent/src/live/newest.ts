export interface Versioned { id: string; version: number }

/** Of two states of one thing the newer; the held one when they are the same, so that nothing is drawn again. */
export const newest = <Thing extends Versioned>(held: Thing | undefined, told: Thing): Thing =>
  held && held.version >= told.version ? held : told
