import { test } from './flows-test.ts'
import { Mistake, reasonOf } from './jsonl.ts'

/** `pnpm --silent flows test …`: the tests of bots, for whoever has bots in files. */

const usage = `Usage:
  flows test [bot.json …|template …] [--json]    the tests of these bots; of every template where none is named`

const commands: Record<string, (args: string[]) => Promise<boolean>> = { test }

const [name = '', ...args] = process.argv.slice(2)

try {
  const command = commands[name]
  if (!command) throw new Mistake(usage)
  if (!await command(args)) process.exitCode = 1
} catch (error) {
  const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof Mistake) && !wrongOption) throw error
  process.stderr.write(`${reasonOf(error)}\n${wrongOption ? `${usage}\n` : ''}`)
  process.exitCode = 1
}
