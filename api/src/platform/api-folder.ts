import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the API, from wherever its code runs: the sources are deeper in it than the bundle. */
export const apiFolder = above(import.meta.dirname)

function above(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('The folder of the API was not found.')
  return above(parent)
}
