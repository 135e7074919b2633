import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const stampFile = join(root, 'node_modules/.cache/contract.json')

interface Output {
  filename: string
  content: string
}

/** Everything that the outcome depends on, so that an unchanged contract costs no more than reading it. */
function fingerprint() {
  const inputs = globSync(
    [
      'graphql/schema/**/*.graphql',
      'graphql/operations/**/*.graphql',
      'graphql/codegen/*.ts',
      'pnpm-lock.yaml',
    ],
    { cwd: root },
  ).sort()
  const hash = createHash('sha256')
  for (const file of inputs)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const lastTime = (): { print: string; files: string[] } =>
  existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : { print: '', files: [] }

function isFresh(print: string) {
  const stamp = lastTime()
  return stamp.print === print && stamp.files.every(file => existsSync(join(root, file)))
}

/** What was made of a file of operations that is gone. */
function removeLeftovers(outputs: Output[]) {
  const present = new Set(outputs.map(({ filename }) => relative(root, filename)))
  for (const file of lastTime().files) if (!present.has(file)) rmSync(join(root, file), { force: true })
}

function writeChanged(outputs: Output[]) {
  const changed = outputs.filter(
    ({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content,
  )
  for (const { filename, content } of changed) {
    mkdirSync(dirname(filename), { recursive: true })
    writeFileSync(filename, content)
  }
  return changed.length
}

function stamp(print: string, outputs: Output[]) {
  const files = outputs.map(({ filename }) => relative(root, filename))
  writeChanged([{ filename: stampFile, content: JSON.stringify({ print, files }) }])
}

async function generate() {
  const started = performance.now()
  const print = fingerprint()
  if (isFresh(print)) return 'contract: up to date'
  const { outputsOf } = await import('./outputs.ts')
  const outputs = await outputsOf(root)
  removeLeftovers(outputs)
  const changed = writeChanged(outputs)
  stamp(print, outputs)
  return `contract: ${changed} of ${outputs.length} files written in ${Math.round(performance.now() - started)} ms`
}

try {
  console.log(await generate())
} catch (error) {
  console.error(String((error as Error).message))
  process.exitCode = 1
}
