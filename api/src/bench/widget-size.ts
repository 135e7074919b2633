import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { apiFolder } from '../platform/api-folder.ts'
import type { Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'

const DIST = path.join(apiFolder, '../widget/dist')
// The smallest chat of a comparable product that we know, without its loader.
const SMALLEST_PEER = 110_000

/** What a visitor downloads before she can write. */
export async function widgetSize(_: Stage): Promise<Row[]> {
  const loader = gzipped('loader.js')
  const chat = ['chat.html', ...globSync('assets/*', { cwd: DIST })].reduce((sum, file) => sum + gzipped(file), 0)
  return [rowOf({
    name: 'widget and its loader', unit: 'bytes gzip', ours: loader + chat, reference: SMALLEST_PEER, target: { atMost: 1 },
    beside: { loader, chat },
  })]
}

const gzipped = (file: string) => gzipSync(readFileSync(path.join(DIST, file))).length
