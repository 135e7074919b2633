import { evaluate } from './elena-evaluate.ts'
import { retrieve } from './elena-retrieve.ts'
import { Mistake, reasonOf } from './jsonl.ts'

/** `pnpm --silent elena evaluate|retrieve …`: ELENA and Q&A for whoever has data in files. */

const usage = `Usage:
  elena evaluate --train A.jsonl --test B.jsonl [--oos C.jsonl] [--lang es|en] [--seed 1] [--json]
  elena retrieve --passages P.jsonl --queries Q.jsonl [--lang es|en] [--json]`

const commands: Record<string, (args: string[]) => unknown> = { evaluate, retrieve }

const [name = '', ...args] = process.argv.slice(2)

try {
  const command = commands[name]
  if (!command) throw new Mistake(usage)
  const figures = await command(args.filter(each => each !== '--json'))
  process.stdout.write(`${args.includes('--json') ? JSON.stringify(figures) : asLines(figures)}\n`)
} catch (error) {
  const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof Mistake) && !wrongOption) throw error
  process.stderr.write(`${reasonOf(error)}\n${wrongOption ? `${usage}\n` : ''}`)
  process.exitCode = 1
}

function asLines(figures: unknown): string {
  const line = ([key, value]: [string, unknown]) => `${key.padEnd(18)} ${typeof value === 'object' ? JSON.stringify(value) : value}`
  return Object.entries(figures as object).map(line).join('\n')
}
