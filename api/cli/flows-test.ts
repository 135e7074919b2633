import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { BotContent } from '@botpro/graphql/flows'
import { readBotFile } from '../src/modules/flows/bots/document.ts'
import { botTemplates, templateOf } from '../src/modules/flows/templates/templates.ts'
import type { TestOutcome } from '../src/modules/flows/testing/run-test.ts'
import { runTests } from '../src/modules/flows/testing/run-tests.ts'
import { Refusal } from '../src/platform/refusal.ts'
import { Mistake } from './jsonl.ts'

interface Tested {
  bot: string
  outcomes: TestOutcome[]
}

/** Runs the tests of bots, each a file or a template. True where all passed. */
export async function test(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const bots = positionals.length > 0 ? positionals : botTemplates.map(({ key }) => key)
  // All are read first, so that nothing is told of some of them where one cannot be; then they run side by side, and are told in their order.
  const contents = await Promise.all(bots.map(contentOf))
  const running = contents.map(content => runTests(content))
  const tested: Tested[] = []
  for (const [at, bot] of bots.entries()) {
    const outcomes = await running[at]!
    tested.push({ bot, outcomes })
    if (!values.json) process.stdout.write(told({ bot, outcomes }))
  }
  if (values.json) process.stdout.write(`${JSON.stringify(tested)}\n`)
  return tested.every(({ outcomes }) => outcomes.every(({ passed }) => passed))
}

async function contentOf(bot: string): Promise<BotContent> {
  const template = templateOf(bot)
  if (template) return template.content
  const read = readBotFile(await textOf(bot))
  if (read instanceof Refusal) throw new Mistake(`${bot}: ${read.problems.slice(0, 10).map(({ path, message }) => `${path}: ${message}`).join('\n  ')}`)
  return read
}

/** Files are named from where the command was typed. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(path.resolve(process.env.INIT_CWD ?? '..', file), 'utf8')
  } catch {
    throw new Mistake(`${file}: no such template (${botTemplates.map(({ key }) => key).join(', ')}), and no file that can be read.`)
  }
}

function told({ bot, outcomes }: Tested): string {
  const failed = outcomes.filter(({ passed }) => !passed)
  return `${bot}: ${outcomes.length - failed.length} passed, ${failed.length} failed\n${failed.map(failure).join('')}`
}

const WHO = { CONTACT: '>', BOT: '<', NOTE: '·' }

/** What was said until it failed, and why it did. */
function failure({ key, name, line, message, transcript }: TestOutcome): string {
  const said = transcript.map(({ who, text, options }) => `    ${WHO[who]} ${text.replaceAll('\n', '\n      ')}${options.length > 0 ? ` [${options.join(' | ')}]` : ''}\n`)
  return `  ✗ ${key} — ${name}\n${said.join('')}    ✗ line ${line}: ${message}\n`
}
