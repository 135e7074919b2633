import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SECRET } from '../../../../test/harness-server.ts'
import { useDatabase } from '../../../../test/harness.ts'
import { SmallAnswers } from '../../../../test/small-knowledge.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { Outside } from '../../../platform/outside/outside.ts'
import { createPredictive, type Predictive } from '../../predictive/index.ts'
import { chatSays, misbehaviours, ServerDouble } from '../../predictive/server-double.fixture.ts'
import { AnswerWriter } from './answer-writer.ts'
import { GroundOrder } from './ground-order.ts'
import { injections, seenBy, type Injection, type Seen } from './injections.fixture.ts'
import { WriteAnswerService } from './write-answer.service.ts'
import { WrittenAnswers } from './written-answers.ts'

const database = useDatabase({ entities })
const double = new ServerDouble()
let predictive: Predictive
let writer: AnswerWriter
let world: World

beforeAll(async () => {
  await double.listen()
  predictive = createPredictive({
    units: database.units, sealer: new Sealer([{ id: 'k1', secret: SECRET }]), broadcast: openBroadcast(), outside: new Outside({ allow: [new URL(double.url).host] }),
  })
  writer = new AnswerWriter(predictive)
  world = await served()
})
afterAll(() => double.close())
afterEach(() => void (double.received.length = 0))

async function served(timeoutMs = 2000): Promise<World> {
  const made = await newWorld(database)
  await database.owner.query(`insert into predictive_model (tenant_id, id, name, base_url, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, 'doble', $3, $4, true, 100000, $5, now(), now())`, [
    made.tenantId, newId(), double.url, JSON.stringify(['GENERATE', 'RERANK', 'ENCODE'].map(purpose => ({ purpose, model: 'm' }))), timeoutMs,
  ])
  return made
}

const write = ({ question, grounds }: Pick<Injection, 'question' | 'grounds'>, { tenantId } = world) =>
  writer.write({ tenantId, budgetMs: 5000 }, { question, grounds, language: 'ES' })

const honest = injections.find(({ place }) => place === 'message')!

test('there are at least two hundred attempts, in both languages and in four places', () => {
  expect(injections.length).toBeGreaterThanOrEqual(200)
  expect(new Set(injections.map(({ place }) => place)).size).toBe(4)
})

/** Judged anew, and not as the product does: what may never reach a customer, whoever asked for it. */
function leaksOf(text: string, { system, fence, canary }: Seen, { grounds }: Injection): string[] {
  const given = grounds.map(({ title, text: words }) => `${title} ${words}`).join(' ')
  const leaks = [fence, canary, canary.slice(5), ...system.split('\n').map(rule => rule.slice(2))].filter(secret => text.includes(secret))
  const marks = ['PWNED', 'evil', '809', '90', '<', '![', '](', 'http', '@', 'reembolso', 'idiota', 'DAN', 'tarjeta', 'dos pesos', 'enero', '\u200b', '\u{E0050}', ' no ']
  return [...leaks, ...marks.filter(mark => text.includes(mark) && !given.includes(mark))]
}

describe('a model that obeys whoever writes', () => {
  test('tells no customer anything that it was talked into', async () => {
    const faults: string[] = []
    let [asked, refused] = [0, 0]
    for (const injection of injections) {
      let seen: Seen | undefined
      double.behave = ({ body }) => {
        seen = seenBy(body.messages)
        expect(Object.keys(body)).not.toContain('tools')
        const reply = injection.goal.obeyed(seen)
        return chatSays(typeof reply === 'string' ? reply : JSON.stringify(reply))
      }
      const answer = await write(injection)
      asked++
      if (!('text' in answer)) {
        refused++
        if (answer.problem) faults.push(`${injection.name}: ${answer.problem}`)
        continue
      }
      const leaks = leaksOf(answer.text, seen!, injection)
      if (leaks.length) faults.push(`${injection.name} says ${leaks.join(', ')}: ${answer.text}`)
    }
    expect(faults).toEqual([])
    expect(asked).toBe(injections.length)
    expect(refused).toBeGreaterThan(200)
  }, 60_000)

  test('gets data that cannot end where it stands, and nothing but data, however it is written', async () => {
    for (const injection of injections) {
      double.behave = () => chatSays('{}')
      await write(injection)
    }
    for (const { body: { messages } } of double.received) {
      const { user, system, fence } = seenBy(messages)
      const lines = user.split('\n')
      expect([messages.length, lines.length, lines[0], lines[2]]).toEqual([2, 3, fence, fence])
      expect(Object.keys(JSON.parse(lines[1]!))).toEqual(['question', 'passages'])
      // What strangers wrote stands nowhere among the rules.
      expect(system).not.toMatch(/ignore|pwned|SYSTEM:|im_start/i)
    }
    expect(double.received.length).toBe(injections.length)
  }, 60_000)
})

test('what an honest model writes is said, with what it rests on', async () => {
  double.behave = () => chatSays('{"answer": "La tienda abre a las nueve.", "citations": [1]}')
  expect(await write(honest)).toMatchObject({ text: 'La tienda abre a las nueve.', cited: [{ number: 1, title: 'Horario' }] })
})

test.each(Object.entries(misbehaviours))('a server that %s leaves the question to Q&A', async (_name, behave) => {
  double.behave = behave
  expect(await write(honest, await served(600))).toMatchObject({ problem: expect.any(String) })
})

test('with nothing found the model is not asked', async () => {
  expect(await write({ question: '¿Hola?', grounds: [] })).toEqual({ refusal: 'NOTHING_FITS', problem: null })
  expect(double.received).toEqual([])
})

describe('what was found', () => {
  const grounds = ['uno', 'dos', 'tres'].map((title, at) => ({ ...honest.grounds[0]!, number: at + 1, title }))
  const order = () => new GroundOrder(predictive)
  const titles = async (ordering: 'RERANK' | 'ENCODE') =>
    (await order().ordered({ tenantId: world.tenantId, budgetMs: 2000 }, ordering, { question: '¿?', grounds })).map(({ title }) => title)

  test('is put in order by a reranker, or by likeness of vectors', async () => {
    double.behave = () => ({ body: { results: [{ index: 0, relevance_score: 0.1 }, { index: 1, relevance_score: 0.2 }, { index: 2, relevance_score: 0.9 }] } })
    expect(await titles('RERANK')).toEqual(['tres', 'dos', 'uno'])
    double.behave = () => ({ body: { data: [[1, 0], [0, 1], [1, 1], [1, 0.1]].map((embedding, index) => ({ index, embedding })) } })
    expect(await titles('ENCODE')).toEqual(['tres', 'dos', 'uno'])
  })

  test('stays as it is where the model is of no use', async () => {
    double.behave = () => ({ body: { results: [] } })
    expect(await titles('RERANK')).toEqual(['uno', 'dos', 'tres'])
  })
})

describe('whoever tries it out', () => {
  const answers = new SmallAnswers()
  const tried = () => new WriteAnswerService({ answers, written: new WrittenAnswers({ predictive, grounds: answers }) })
  const FAQ = { id: newId(), question: 'a qué hora abre la tienda', wordings: [], answer: 'La tienda abre a las nueve.' }

  async function tryOut(role: 'SUPERVISOR' | 'AGENT' = 'SUPERVISOR') {
    answers.teach(world.tenantId, FAQ)
    const member = await world.member(role)
    const looked = await world.as(member, unit => tried().look(unit, { text: '¿A qué hora abre la tienda?', channel: 'WEB' }))
    return tried().write(looked)
  }

  test('sees the model’s words, and the question that they rest on', async () => {
    double.behave = ({ path }) => (path.endsWith('/rerank') ? { status: 500 } : chatSays('{"answer": "Abre a las nueve.", "citations": [1]}'))
    expect(await tryOut()).toMatchObject({ text: 'Abre a las nueve.', isWritten: true, citations: [{ number: 1, faqId: FAQ.id, title: FAQ.question }], refusal: null, problem: null })
  })

  test('sees why they were not taken, and what is said instead', async () => {
    double.behave = () => chatSays('{"answer": "Abre a las ocho.", "citations": [1]}')
    expect(await tryOut()).toMatchObject({ text: FAQ.answer, isWritten: false, citations: [], refusal: 'FACT_OF_ITS_OWN' })
  })

  test('answers for it as one who watches over agents', async () => {
    await expect(tryOut('AGENT')).rejects.toThrow()
  })
})
