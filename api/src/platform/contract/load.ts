import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { apiFolder } from '../api-folder.ts'

const SCHEMA_FOLDER = path.join(apiFolder, '../graphql/schema')

/** The contract as it was written by hand. */
export function loadSdl(folder = SCHEMA_FOLDER): string {
  const files = globSync('**/*.graphql', { cwd: folder }).sort()
  if (files.length === 0) throw new Error(`The contract was not found in ${folder}.`)
  return files.map(file => readFileSync(path.join(folder, file), 'utf8')).join('\n')
}
