import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

const stampOf = (name: string) => path.join(root, 'node_modules/.cache', `${name}.sha256`)

/** One hash over the contents of all files that match. */
function fingerprint(patterns: string[]): string {
  const hash = createHash('sha256')
  const skip = (name: string) => name === 'node_modules' || name === 'dist'
  for (const file of globSync(patterns, { cwd: root, exclude: skip, withFileTypes: false }).sort()) {
    const full = path.join(root, file)
    if (/\.\w+$/.test(file)) hash.update(file).update('\0').update(readFileSync(full)).update('\0')
  }
  return hash.digest('hex')
}

export interface Product {
  name: string
  /** What it is made from, as patterns from the root. */
  from: string[]
  /** What it makes; without one of these it is made again. */
  into: string[]
}

/** Whether a product is what its sources would make now. */
export function isFresh({ name, from, into }: Product): boolean {
  return into.every(file => existsSync(path.join(root, file))) && existsSync(stampOf(name)) &&
    readFileSync(stampOf(name), 'utf8') === fingerprint(from)
}

export function markFresh({ name, from }: Product) {
  mkdirSync(path.dirname(stampOf(name)), { recursive: true })
  writeFileSync(stampOf(name), fingerprint(from))
}
