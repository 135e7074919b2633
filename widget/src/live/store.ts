/** Things kept over reloads where the browser allows it, and in memory where it does not. */
export interface Store {
  get<T>(key: string): T | undefined
  set(key: string, value: unknown): void
  remove(key: string): void
  keys(start: string): string[]
}

/** Merely naming localStorage throws where a browser blocks it inside frames. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

export function openStore(prefix: string, area: () => Storage = () => localStorage): Store {
  const memory = new Map<string, string>()
  const full = (key: string) => prefix + key

  const keptKeys = () => attempt(() =>
    Object.keys(area()).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)))

  return {
    get(key) {
      const text = attempt(() => area().getItem(full(key))) ?? memory.get(key)
      return text === undefined ? undefined : attempt(() => JSON.parse(text))
    },
    set(key, value) {
      memory.set(key, JSON.stringify(value))
      attempt(() => area().setItem(full(key), JSON.stringify(value)))
    },
    remove(key) {
      memory.delete(key)
      attempt(() => area().removeItem(full(key)))
    },
    keys: start => [...new Set([...memory.keys(), ...(keptKeys() ?? [])])].filter(key => key.startsWith(start)),
  }
}

export function moveAll(from: Store, to: Store) {
  for (const key of from.keys('')) {
    if (to.get(key) === undefined) to.set(key, from.get(key))
    from.remove(key)
  }
}
