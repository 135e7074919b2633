import { seededRandom } from '../platform/random.ts'
import { KnowledgeThread, TenantIndex, type PassageContent } from '../modules/knowledge/index.ts'
import { median } from './figures.ts'
import type { Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'

const PASSAGES = 10_000
const QUESTIONS = 300
const SECONDS_TO_INDEX = 5
const MS_TO_ANSWER = 5
/** How long the API's own loop may stand still while a tenant is indexed beside it. */
const MS_BLOCKED = 20

/** Q&A of a tenant with ten thousand passages, against what is promised: by itself, and in its thread beside a busy loop. */
export async function knowledge(_: Stage): Promise<Row[]> {
  const passages = manyPassages()
  const index = new TenantIndex()
  const started = performance.now()
  for (const _step of index.build([], passages));
  const seconds = (performance.now() - started) / 1000
  const times = questionsOf(passages).map(text => {
    const asked = performance.now()
    index.ask({ text, channel: 'WEB', today: '2026-01-05', most: 5, language: 'es' })
    return performance.now() - asked
  })
  const beside = await inThread(passages)
  return [
    rowOf({ name: `${PASSAGES} passages: indexed`, unit: 's', ours: seconds, reference: SECONDS_TO_INDEX, target: { atMost: 1 }, beside: { 'in its thread': beside.seconds } }),
    rowOf({ name: `${PASSAGES} passages: a question answered`, unit: 'ms', ours: median(times), reference: MS_TO_ANSWER, target: { atMost: 1 }, beside: { p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!, 'in its thread': beside.milliseconds } }),
    rowOf({ name: `${PASSAGES} passages: the loop beside stands still`, unit: 'ms', ours: beside.blocked, reference: MS_BLOCKED, target: { atMost: 1 } }),
  ]
}

async function inThread(passages: readonly PassageContent[]) {
  const thread = new KnowledgeThread({ memory: 1e9, onError: error => { throw error } })
  await thread.ask('nobody', { text: 'hola', channel: 'WEB', today: '2026-01-05', most: 1 }).catch(() => {})
  const loop = watchLoop()
  const started = performance.now()
  await thread.build('tenant', inParts(passages), null)
  const seconds = (performance.now() - started) / 1000
  const times: number[] = []
  for (const text of questionsOf(passages)) {
    const asked = performance.now()
    await thread.ask('tenant', { text, channel: 'WEB', today: '2026-01-05', most: 5, language: 'es' })
    times.push(performance.now() - asked)
  }
  const blocked = loop.longest()
  await thread.close()
  return { seconds, milliseconds: median(times), blocked }
}

/** As the database brings them, with a pause between two parts. */
async function* inParts(passages: readonly PassageContent[]) {
  for (let from = 0; from < passages.length; from += 250) {
    yield { passages: passages.slice(from, from + 250) }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
}

function watchLoop() {
  let [last, most] = [performance.now(), 0]
  const timer = setInterval(() => {
    most = Math.max(most, performance.now() - last - 1)
    last = performance.now()
  }, 1)
  return { longest: () => { clearInterval(timer); return most } }
}

/** Of a vocabulary as language has it: a few words that are everywhere, and very many that are rare. */
function manyPassages(): PassageContent[] {
  const random = seededRandom(1)
  const syllables = ['ca', 'so', 'mi', 'ter', 'lo', 'pre', 'ban', 'fe', 'ris', 'du', 'ñar', 'con', 'ma', 'ble', 'to', 'gui']
  const word = (rank: number) => Array.from({ length: 2 + rank % 3 }, (_, at) => syllables[Math.floor(rank / syllables.length ** at) % syllables.length]).join('')
  const text = (words: number) => Array.from({ length: words }, () => word(Math.floor(30_000 ** random()))).join(' ')
  return Array.from({ length: PASSAGES }, (_, at) => ({
    id: String(at).padStart(5, '0'), title: text(4), headings: [text(3)], text: `${text(40)}. ${text(40)}.`, language: 'es' as const,
    url: null, validFrom: null, validUntil: null,
  }))
}

const questionsOf = (passages: readonly PassageContent[]): string[] =>
  Array.from({ length: QUESTIONS }, (_, at) => passages[at * 31 % passages.length]!.text.split(' ').slice(at % 30, at % 30 + 8).join(' '))
