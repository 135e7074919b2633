import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { openThread } from '../../platform/threads.ts'
import type { FaqContent } from './answering/content.ts'
import { KnowledgeServer } from './answering/knowledge-server.ts'
import { learnFrom, writeLearnt } from './answering/learnt.ts'
import type { FromThread } from './answering/messages.ts'
import { KnowledgeThread, NoAnswer, type ContentParts } from './knowledge-thread.ts'

const faq = (id: string, question: string): FaqContent =>
  ({ id, question, wordings: [], answer: `Respuesta ${id}.`, language: 'es', variants: [], validFrom: null, validUntil: null })
const asked = (text: string) => ({ text, channel: 'WEB', today: '2026-01-01', most: 3 })
async function* parts(...faqs: FaqContent[][]): ContentParts {
  for (const part of faqs) yield { faqs: part }
}

const open: KnowledgeThread[] = []
afterEach(() => Promise.all(open.splice(0).map(thread => thread.close())))

/** With the workers that it opens, to be spoilt. */
function thread() {
  const workers: Worker[] = []
  const errors: unknown[] = []
  const made = new KnowledgeThread({
    memory: 1_000_000, onError: error => errors.push(error),
    open: memory => {
      const worker = openThread({ folder: import.meta.dirname, name: 'answering-thread' }, { memory })
      workers.push(worker)
      return worker
    },
  })
  open.push(made)
  return { made, workers, errors }
}

test('a tenant answers from what was brought last, and another’s is never hers', async () => {
  const { made } = thread()
  expect(await made.ask('t', asked('horario'))).toBeNull()
  await made.build('t', parts([faq('a', 'horario')], [faq('b', 'envíos')]), null)
  expect((await made.ask('t', asked('envíos')))!.found[0]).toMatchObject({ id: 'b', isExact: true })
  await made.build('t', parts([faq('c', 'envíos')]), null)
  expect((await made.ask('t', asked('envíos')))!.found.map(({ id }) => id)).toEqual(['c'])
  expect(await made.ask('other', asked('envíos'))).toBeNull()
})

test('what was learnt, or cannot be read, is taken in without building anew', async () => {
  const { made } = thread()
  const faqs = [faq('a', 'horario de la tienda'), faq('b', 'envíos a la casa')]
  await made.build('t', parts(faqs), new Uint8Array([1, 2, 3]))
  const before = await made.ask('t', asked('la tienda y la casa'))
  made.learn('t', writeLearnt(learnFrom({ es: faqs, en: [] })))
  made.learn('t', new Uint8Array([9]))
  made.learn('nobody', null)
  expect(await made.ask('t', asked('la tienda y la casa'))).toEqual(before)
})

test('a thread that breaks fails those who wait, and a new one answers', async () => {
  const { made, workers } = thread()
  await made.build('t', parts([faq('a', 'horario')]), null)
  const waiting = made.ask('t', asked('horario'))
  await workers[0]!.terminate()
  await waiting.catch(error => expect(error).toBeInstanceOf(NoAnswer))
  expect(made.generation).toBe(1)
  expect(await made.ask('t', asked('horario'))).toBeNull()
  await made.build('t', parts([faq('a', 'horario')]), null)
  expect((await made.ask('t', asked('horario')))!.found).toHaveLength(1)
  expect(workers).toHaveLength(2)
})

test('content that breaks off leaves what was there', async () => {
  const { made } = thread()
  await made.build('t', parts([faq('a', 'horario')]), null)
  async function* broken(): ContentParts {
    yield { faqs: [faq('b', 'horario')] }
    throw new Error('the database left')
  }
  await expect(made.build('t', broken(), null)).rejects.toThrow('the database left')
  expect((await made.ask('t', asked('horario')))!.found[0]).toMatchObject({ id: 'a' })
})

test('wordings are checked where the tenant’s index is', async () => {
  const { made } = thread()
  expect(await made.check('t', { faqId: null, wordings: ['horario'] })).toBeNull()
  await made.build('t', parts([faq('a', 'horario')]), null)
  expect(await made.check('t', { faqId: null, wordings: ['HORARIO'] })).toMatchObject([{ faqId: 'a', likeness: 1 }])
})

/** The server by itself, with what it said. */
function server(memory: number) {
  const said: FromThread[] = []
  const made = new KnowledgeServer({ memory, tell: message => said.push(message) })
  const bring = (tenantId: string, faqs: FaqContent[]) => {
    made.receive({ begin: tenantId, tenantId })
    made.receive({ build: tenantId, faqs })
    made.receive({ end: tenantId, learnt: null })
  }
  const until = async (count: number) => {
    while (said.length < count) await new Promise(resolve => setImmediate(resolve))
  }
  return { made, said, bring, until }
}

test('others are answered while a large tenant is built', async () => {
  const { made, said, bring, until } = server(1e9)
  bring('small', [faq('a', 'horario')])
  await until(1)
  bring('large', Array.from({ length: 2000 }, (_, at) => faq(String(at), `pregunta número ${at} sobre cosas que se dicen con muchas palabras`)))
  await new Promise(resolve => setImmediate(resolve))
  made.receive({ ask: 1, tenantId: 'small', question: asked('horario') })
  await until(3)
  expect(said.map(message => Object.keys(message)[0])).toEqual(['built', 'answer', 'built'])
})

test('who was asked longest ago makes room, and one that is larger than all may be still answers', async () => {
  const { made, said, bring, until } = server(2000)
  bring('one', [faq('a', 'horario')])
  bring('two', [faq('b', 'horario')])
  bring('three', Array.from({ length: 50 }, (_, at) => faq(String(at), `pregunta ${at}`)))
  await until(3)
  for (const [at, tenantId] of ['one', 'two', 'three'].entries()) made.receive({ ask: at, tenantId, question: asked('pregunta 7') })
  expect(said.slice(3).map(message => 'answer' in message && message.answered !== null)).toEqual([false, false, true])
})
