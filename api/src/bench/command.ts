import { botTurn } from './bot-turn.ts'
import { channelBatch } from './channel-batch.ts'
import { channelReply } from './channel-reply.ts'
import { channelWebhook } from './channel-webhook.ts'
import { elena } from './elena.ts'
import { fanOut } from './fan-out.ts'
import { flowLint } from './flow-lint.ts'
import { flowStudio } from './flow-studio.ts'
import { inboxPage } from './inbox-page.ts'
import { knowledge } from './knowledge.ts'
import { Stage } from './stage.ts'
import { printTable, type Row } from './table.ts'
import { visitorMessage } from './visitor-message.ts'
import { widgetSize } from './widget-size.ts'

type Benchmark = (stage: Stage) => Promise<Row[]>

const benchmarks: Record<string, Benchmark> = {
  'visitor-message': visitorMessage,
  'bot-turn': botTurn,
  'channel-webhook': channelWebhook,
  'channel-reply': channelReply,
  'channel-batch': channelBatch,
  'inbox-page': inboxPage,
  'fan-out': fanOut,
  'widget-size': widgetSize,
  'flow-lint': flowLint,
  'flow-studio': flowStudio,
  elena,
  knowledge,
}

function chosen(names: string[]): string[] {
  const unknown = names.find(name => !(name in benchmarks))
  if (unknown) throw new Error(`There is no benchmark “${unknown}”. There are: ${Object.keys(benchmarks).join(', ')}.`)
  return names.length ? names : Object.keys(benchmarks)
}

async function measure(names: string[]): Promise<Row[]> {
  await using stage = new Stage()
  const rows: Row[] = []
  for (const name of names) {
    // To the other stream, so that what is printed at the end can be piped.
    process.stderr.write(`  ${name} …\n`)
    rows.push(...await benchmarks[name]!(stage))
  }
  return rows
}

const options = process.argv.slice(2)
try {
  const rows = await measure(chosen(options.filter(option => !option.startsWith('-'))))
  if (options.includes('--json')) console.log(JSON.stringify({ at: new Date(), rows }, null, 2))
  else printTable(rows)
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
