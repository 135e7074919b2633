import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Beside the sources, beside the bundle in `api/dist`, or copied into a folder next to it. */
const PLACES = ['../../../../graphql/schema/', '../../graphql/schema/', './schema/']

const schemaFolder = () => {
  const found = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url))).find(folder =>
    existsSync(folder),
  )
  if (!found) throw new Error('The contract was not found: neither graphql/schema nor a copy of it is here.')
  return found
}

/** The contract as it was written by hand. */
export function loadSdl(folder = schemaFolder()): string {
  const files = globSync('**/*.graphql', { cwd: folder }).sort()
  return files.map(file => readFileSync(`${folder}/${file}`, 'utf8')).join('\n')
}
