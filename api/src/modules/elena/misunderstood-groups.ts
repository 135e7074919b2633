/** Messages that wait to be judged, put together where they resemble each other. Pure. */

export interface WaitingMessage {
  id: string
  /** The words that matter in it, as `likenessOf` tells them. */
  likeness: string
  language: string
  /** Of the model at the time (0–1); nothing where there was none. */
  confidence: number | null
  at: Date
}

export interface Group<Message> {
  /** Of its first message. */
  id: string
  /** The newest first. */
  messages: Message[]
  /** How unsure the model was on average (0–1), times how often it happened. */
  weight: number
}

/** From this share of common words on, two sets of words are asked about together. */
const ALIKE = 0.6

interface Cluster<Message> {
  words: ReadonlySet<string>
  messages: Message[]
}

/** Groups by falling weight. Those with the same words go together; then smaller ones join the first larger one like them. */
export function groupsOf<Message extends WaitingMessage>(messages: readonly Message[]): Group<Message>[] {
  const same = [...Map.groupBy(messages, each => `${each.language} ${each.likeness}`).values()]
    .sort((one, other) => other.length - one.length || (one[0]!.id < other[0]!.id ? -1 : 1))
  const clusters: Cluster<Message>[] = []
  const byWord = new Map<string, Cluster<Message>[]>()
  for (const own of same) {
    const [{ language, likeness }] = own as [Message]
    const words = new Set(likeness.split(' ').filter(Boolean).map(word => `${language} ${word}`))
    const home = homeOf(words, byWord)
    if (home) home.messages.push(...own)
    else addCluster({ words, messages: [...own] }, clusters, byWord)
  }
  return clusters.map(groupOf).sort((one, other) => other.weight - one.weight || (one.id < other.id ? 1 : -1))
}

function addCluster<Message>(cluster: Cluster<Message>, clusters: Cluster<Message>[], byWord: Map<string, Cluster<Message>[]>) {
  clusters.push(cluster)
  for (const word of cluster.words) byWord.set(word, [...byWord.get(word) ?? [], cluster])
}

/** The cluster most like these words, if one is like them at all; found by the words they share. */
function homeOf<Message>(words: ReadonlySet<string>, byWord: ReadonlyMap<string, Cluster<Message>[]>): Cluster<Message> | undefined {
  const common = new Map<Cluster<Message>, number>()
  for (const word of words) for (const cluster of byWord.get(word) ?? []) common.set(cluster, (common.get(cluster) ?? 0) + 1)
  let best: { cluster: Cluster<Message>; likeness: number } | undefined
  for (const [cluster, count] of common) {
    const likeness = count / (words.size + cluster.words.size - count)
    if (likeness >= ALIKE && (!best || likeness > best.likeness)) best = { cluster, likeness }
  }
  return best?.cluster
}

function groupOf<Message extends WaitingMessage>({ messages }: Cluster<Message>): Group<Message> {
  const sorted = messages.toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
  const unsure = sorted.reduce((sum, { confidence }) => sum + uncertainty(confidence), 0)
  return { id: sorted.at(-1)!.id, messages: sorted, weight: unsure }
}

/** Most where the model was torn; what it was sure of and what it had no idea of teach less, but something. */
const uncertainty = (confidence: number | null) => (confidence === null ? 1 : 0.25 + 0.75 * (1 - Math.abs(2 * confidence - 1)))
