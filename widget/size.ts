import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, 'dist')
const gzipped = (file: string) => gzipSync(readFileSync(join(dist, file))).length

/** What a visitor downloads, in bytes after gzip at its usual level. A kilobyte is a thousand bytes. */
const budgets = [
  { name: 'loader', limit: 2_000, files: ['loader.js'] },
  { name: 'chat', limit: 46_000, files: ['chat.html', ...globSync('assets/*', { cwd: dist })] },
]

for (const { name, limit, files } of budgets) {
  const size = files.reduce((sum, file) => sum + gzipped(file), 0)
  const parts = files.map(file => `${file} ${gzipped(file)}`).join(', ')
  console.log(`${name}: ${size} of ${limit} bytes gzip (${parts})`)
  if (size > limit) process.exitCode = 1
}
