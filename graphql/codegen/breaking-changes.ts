import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, findBreakingChanges } from 'graphql'

const root = join(import.meta.dirname, '../..')
const CHANGES = 'graphql/CHANGES.md'

function git(...args: string[]) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

/** What clients have now. On the main branch itself that is the commit before, so that a push is checked as well. */
function baseline() {
  const main = ['origin/main', 'main'].find(branch => git('rev-parse', '--verify', '--quiet', branch))
  if (!main) return undefined
  const settled =
    git('rev-parse', main) === git('rev-parse', 'HEAD') && !git('status', '--porcelain', 'graphql')
  return settled ? git('rev-parse', '--verify', '--quiet', 'HEAD~1') : main
}

function earlierSdl(commit: string) {
  const files = git('ls-tree', '-r', '--name-only', commit, 'graphql/schema')?.split('\n') ?? []
  return files
    .filter(file => file.endsWith('.graphql'))
    .map(file => git('show', `${commit}:${file}`))
    .join('\n')
}

const presentSdl = () =>
  globSync('graphql/schema/**/*.graphql', { cwd: root })
    .sort()
    .map(file => readFileSync(join(root, file), 'utf8'))
    .join('\n')

/** Only what this change adds to CHANGES.md excuses it; an old excuse does not count twice. */
function excuses(commit: string) {
  const earlier = new Set(git('show', `${commit}:${CHANGES}`)?.split('\n'))
  return readFileSync(join(root, CHANGES), 'utf8')
    .split('\n')
    .filter(line => !earlier.has(line))
    .join('\n')
}

function unexcused(commit: string) {
  const changes = findBreakingChanges(buildSchema(earlierSdl(commit)), buildSchema(presentSdl()))
  const excused = excuses(commit)
  return changes.map(change => change.description).filter(description => !excused.includes(description))
}

const commit = baseline()
if (!commit || !earlierSdl(commit)) {
  console.log('breaking changes: no earlier contract to compare with')
} else {
  const breaking = unexcused(commit)
  console.log(
    breaking.length
      ? `The contract breaks clients. Undo, or add these lines to ${CHANGES} and say why:\n` +
          breaking.map(description => `- ${description}`).join('\n')
      : 'breaking changes: none that are not announced',
  )
  process.exitCode = breaking.length ? 1 : 0
}
