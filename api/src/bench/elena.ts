import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { seededRandom, shuffle } from '../platform/random.ts'
import { readElena, trainElena, type ElenaModel } from '../modules/elena/index.ts'
import { elenaSets, type ElenaSet } from './elena-sets.ts'
import { median } from './figures.ts'
import { peerFor, type Peer } from './nlp-js.ts'
import type { Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'

/** ELENA against nlp.js, which a team would install instead: on the same examples, question by question in turn. */
export async function elena(_: Stage): Promise<Row[]> {
  const rows: Row[] = []
  for (const set of elenaSets()) rows.push(...await compare(set))
  return rows
}

// What a customer may be made to wait, and a teacher for 770 phrases.
const callLimitMs = 0.5
const secondsAPhrase = 0.5 / 770

async function compare(set: ElenaSet): Promise<Row[]> {
  const own = await timed(() => trainElena({ examples: set.train.map(({ text, intent, language }) => ({ text, intent, language })) }))
  const stored = own.made.write()
  const read = await held(() => readElena(stored))
  const peer = await held(() => timed(() => peerFor(set)))
  const outcome = await inTurn(set, { intents: own.made, whole: trainElena({ examples: set.train }), peer: peer.made.made })
  const name = (what: string) => `${set.name}: ${what}`
  return [
    rowOf({ name: name('understood'), unit: '%', ours: outcome.ownRight, reference: outcome.peerRight, target: { atLeast: 1 }, beside: { examples: set.train.length, questions: set.test.length } }),
    rowOf({ name: name('text to intents'), unit: 'ms', ours: median(outcome.ownTimes), reference: median(outcome.peerTimes), target: { atMost: 1 }, beside: { 'its network alone': median(outcome.bareTimes) } }),
    rowOf({ name: name('with entities'), unit: 'ms', ours: median(outcome.wholeTimes), reference: callLimitMs, target: { atMost: 1 } }),
    rowOf({ name: name('training'), unit: 's', ours: own.seconds, reference: secondsAPhrase * set.train.length, target: { atMost: 1 }, beside: { 'nlp.js': peer.made.seconds } }),
    rowOf({ name: name('stored'), unit: 'kB', ours: stored.length / 1000, reference: peer.made.made.bytes() / 1000, target: { atMost: 1.1 } }),
    rowOf({ name: name('in memory'), unit: 'kB', ours: read.kilobytes, reference: peer.kilobytes, target: { atMost: 1.1 } }),
  ]
}

async function timed<T>(make: () => T | Promise<T>): Promise<{ made: T, seconds: number }> {
  const started = performance.now()
  const made = await make()
  return { made, seconds: (performance.now() - started) / 1000 }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is made, and what of it stays in memory. */
async function held<T>(make: () => T | Promise<T>): Promise<{ made: T, kilobytes: number }> {
  const before = await memory()
  const made = await make()
  return { made, kilobytes: (await memory() - before) / 1000 }
}

async function memory(): Promise<number> {
  // Buffers are given back a turn later than what held them.
  for (let turn = 0; turn < 3; turn++) {
    collect()
    await setImmediate()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const context = { now: new Date('2026-01-05T12:00:00Z'), zone: 'America/Santo_Domingo' }

interface Contestants { intents: ElenaModel, whole: ElenaModel, peer: Peer }

async function inTurn({ test, language }: ElenaSet, { intents, whole, peer }: Contestants) {
  const outcome = { ownRight: 0, peerRight: 0, ownTimes: [] as number[], wholeTimes: [] as number[], peerTimes: [] as number[], bareTimes: [] as number[] }
  const lap = async <T>(times: number[], call: () => T | Promise<T>) => {
    const started = performance.now()
    const result = await call()
    times.push(performance.now() - started)
    return result
  }
  for (const { text, intent } of shuffle(test.slice(), seededRandom(1))) {
    const reading = await lap(outcome.ownTimes, () => intents.readIntent(text, language))
    const theirs = await lap(outcome.peerTimes, () => peer.read(text))
    const prepared = await peer.prepare(text)
    await lap(outcome.bareTimes, () => peer.classify(prepared))
    await lap(outcome.wholeTimes, () => whole.understand(text, { ...context, language }))
    outcome.ownRight += Number(reading.ranking[0]?.intent === intent) * 100 / test.length
    outcome.peerRight += Number(theirs === intent) * 100 / test.length
  }
  return outcome
}
