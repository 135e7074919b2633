const LONGEST = 60

/** What flows call it: `Núcleo bancario 2` becomes `nucleo_bancario_2`. It begins with a letter. */
export const keyOf = (name: string): string => name
  .normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '').slice(0, LONGEST).replace(/_+$/, '')

export const isKey = (key: string): boolean => /^[a-z][a-z0-9_-]{0,59}$/.test(key)
