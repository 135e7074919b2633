import { seededRandom, shuffle } from '../platform/random.ts'
import { trainElena, type ElenaModel } from '../modules/elena/index.ts'
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

async function compare(set: ElenaSet): Promise<Row[]> {
  const own = await timed(() => trainElena({ examples: set.train }))
  const peer = await timed(() => peerFor(set))
  const outcome = await inTurn(set, own.made, peer.made)
  const name = (what: string) => `${set.name}: ${what}`
  return [
    rowOf({ name: name('understood'), unit: '%', ours: outcome.ownRight, reference: outcome.peerRight, target: { atLeast: 1 }, beside: { examples: set.train.length, questions: set.test.length } }),
    rowOf({ name: name('intent alone'), unit: 'ms', ours: median(outcome.ownTimes), reference: median(outcome.bareTimes), target: { atMost: 1 }, beside: { 'its whole call': median(outcome.peerTimes) } }),
    rowOf({ name: name('whole call'), unit: 'ms', ours: median(outcome.wholeTimes), reference: 0.5, target: { atMost: 1 } }),
    rowOf({ name: name('training'), unit: 's', ours: own.seconds, reference: peer.seconds, target: { atMost: 1 } }),
    rowOf({ name: name('stored'), unit: 'kB', ours: own.made.write().length / 1000, reference: peer.made.bytes() / 1000, target: { atMost: 1 } }),
  ]
}

async function timed<T>(make: () => T | Promise<T>): Promise<{ made: T, seconds: number }> {
  const started = performance.now()
  const made = await make()
  return { made, seconds: (performance.now() - started) / 1000 }
}

const context = { now: new Date('2026-01-05T12:00:00Z'), zone: 'America/Santo_Domingo' }

async function inTurn({ test, language }: ElenaSet, own: ElenaModel, peer: Peer) {
  const outcome = { ownRight: 0, peerRight: 0, ownTimes: [] as number[], wholeTimes: [] as number[], peerTimes: [] as number[], bareTimes: [] as number[] }
  const lap = async <T>(times: number[], call: () => T | Promise<T>) => {
    const started = performance.now()
    const result = await call()
    times.push(performance.now() - started)
    return result
  }
  for (const { text, intent } of shuffle(test.slice(), seededRandom(1))) {
    const reading = await lap(outcome.ownTimes, () => own.readIntent(text, language))
    const theirs = await lap(outcome.peerTimes, () => peer.read(text))
    const prepared = await peer.prepare(text)
    await lap(outcome.bareTimes, () => peer.classify(prepared))
    await lap(outcome.wholeTimes, () => own.understand(text, { ...context, language }))
    outcome.ownRight += Number(reading.ranking[0]?.intent === intent) * 100 / test.length
    outcome.peerRight += Number(theirs === intent) * 100 / test.length
  }
  return outcome
}
