import type { Json, VariableType } from '@botpro/graphql/flows'

const DEEPEST = 3
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** The places in an example of an answer that may be taken out of it: those of its values, and of its objects and lists as a whole. */
export function pathsIn(sample: Json | undefined, path = '', depth = 0): string[] {
  if (typeof sample !== 'object' || sample === null) return path ? [path] : []
  if (Array.isArray(sample)) return path ? [path] : []
  const isMoney = 'amount' in sample && 'currency' in sample
  if (depth >= DEEPEST || isMoney) return path ? [path] : []
  const inner = Object.entries(sample).filter(([name]) => NAME.test(name)).flatMap(([name, value]) => pathsIn(value, path ? `${path}.${name}` : name, depth + 1))
  return path ? [path, ...inner] : inner
}

/** What kind of thing stands at a place of an example. */
export function typeAt(sample: Json | undefined, path: string): VariableType {
  const found = path.split('.').reduce<Json | undefined>((value, name) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined), sample)
  if (typeof found === 'number') return 'NUMBER'
  if (typeof found === 'boolean') return 'YES_NO'
  if (typeof found !== 'object' || found === null) return 'TEXT'
  if (Array.isArray(found)) return 'LIST'
  return 'amount' in found && 'currency' in found ? 'MONEY' : 'OBJECT'
}
