import type { ElenaSet } from './elena-sets.ts'

/** nlp.js, trained. */
export interface Peer {
  /** The intent of a text, by its own tokens, stems and network. */
  read(text: string): Promise<string>
  /** The tokens of a text as its network takes them. */
  prepare(text: string): Promise<Record<string, number>>
  /** The network alone. */
  classify(tokens: Record<string, number>): unknown
  bytes(): number
}

interface Network { run(tokens: Record<string, number>): unknown }
interface Nlu {
  train(corpus: { utterance: string, intent: string }[], settings: object): Promise<unknown>
  process(text: string): Promise<{ classifications: { intent: string }[] }>
  prepare(text: string): Promise<Record<string, number>>
  toJSON(): unknown
  neuralNetwork: Network
}

/** Its intent classifier in the language of a set, trained on it. It comes without types, and is wanted by benchmarks only. */
export async function peerFor({ train, language }: ElenaSet): Promise<Peer> {
  const [{ containerBootstrap }, { NluNeural }, { LangEn }, { LangEs }] = await Promise.all(
    ['@nlpjs/core', '@nlpjs/nlu', '@nlpjs/lang-en', '@nlpjs/lang-es'].map(name => import(name)))
  const container = await containerBootstrap()
  container.use(LangEn)
  container.use(LangEs)
  const nlu = new NluNeural({ container, locale: language, log: false }) as Nlu
  await nlu.train(train.map(({ text, intent }) => ({ utterance: text, intent })), { log: false })
  return {
    read: async text => (await nlu.process(text)).classifications[0]?.intent ?? '',
    prepare: text => nlu.prepare(text),
    classify: tokens => nlu.neuralNetwork.run(tokens),
    bytes: () => JSON.stringify(nlu.toJSON()).length,
  }
}
