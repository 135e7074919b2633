const MOST = 60

/** What models and exports call it, from what a person would: `Rastrear pedido` becomes `rastrear_pedido`. */
export const nameOf = (typed: string) =>
  typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+/, '').slice(0, MOST)

/** The same for a name that nobody goes on typing. */
export const finishedName = (typed: string) => nameOf(typed).replace(/_+$/, '')

export const isName = (name: string) => /^[a-z0-9_]{1,60}$/.test(name)
