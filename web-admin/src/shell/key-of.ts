/** A key that may stand for what is called so: `Número de póliza` → `numero-de-poliza`. */
export const keyOf = (words: string) =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-+$/g, '').slice(0, 60)

export const isKey = (text: string) => /^[a-z][a-z0-9_-]{0,59}$/.test(text)
