const LONGEST = 60

/** A key that reads like the name: `Consultar balance` becomes `consultar-balance`. */
export function keyFor(name: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
  const base = plain.slice(0, LONGEST).replace(/-+$/, '') || 'flow'
  return firstFree(base, taken)
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : `-${number}`
    const key = base.slice(0, LONGEST - end.length) + end
    if (!taken.has(key)) return key
  }
}
