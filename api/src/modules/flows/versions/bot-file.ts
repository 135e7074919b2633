import type { BotContent, BotFile } from '@botpro/graphql/flows'
import { canonical } from '../bots/canonical.ts'

export interface FileCard {
  name: string
  description: string | null
}

/** A bot as one file: the same text for the same content, with lines that can be compared. */
export function writeBotFile({ name, description }: FileCard, { settings, flows, tests }: BotContent): string {
  const file: BotFile = { format: 'botpro.bot/1', name, ...(description ? { description } : {}), settings, flows, tests: byKey(tests) }
  return `${JSON.stringify(canonical(file), null, 2)}\n`
}

const byKey = <Item extends { key: string }>(items: Item[]): Item[] => items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

/** Such as `asistente-de-la-cooperativa-v12.json`. */
export const fileNameFor = (name: string, number: number | null): string => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return `${plain || 'bot'}${number ? `-v${number}` : ''}.json`
}
