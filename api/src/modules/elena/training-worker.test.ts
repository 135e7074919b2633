import { expect, test } from 'vitest'
import { readElena } from './engine.ts'
import { sectorPacks } from './packs/sector-packs.ts'
import { learnInThread, UnfitForTraining } from './training-worker.ts'

const { phrases } = sectorPacks().get('retail')!
const set = { examples: phrases.filter(each => each.language === 'es').map(each => ({ ...each, language: each.language! })) }

test('a set is learnt in a thread while this one goes on, and the model that comes back understands', async () => {
  const shares: number[] = []
  const { report, content } = await learnInThread(set, { onProgress: share => shares.push(share), signal: new AbortController().signal })
  expect(shares.length).toBeGreaterThan(3)
  expect(shares.at(-1)).toBe(1)
  expect(report.accuracy).toBeGreaterThan(0.7)
  const read = readElena(content).understand('por donde viene mi paquete', { language: 'es', now: new Date(), zone: 'UTC' })
  expect(read).toMatchObject({ inScope: true, ranking: [{ intent: 'track_order' }, {}, {}] })
})

test('what cannot be learnt is told in words', async () => {
  const learning = learnInThread({ examples: [] }, { onProgress: () => {}, signal: new AbortController().signal })
  await expect(learning).rejects.toThrow(UnfitForTraining)
})

test('a training that is cut short ends at once', async () => {
  const cut = new AbortController()
  const learning = learnInThread(set, { onProgress: () => cut.abort(), signal: cut.signal })
  await expect(learning).rejects.toThrow('cut short')
})
