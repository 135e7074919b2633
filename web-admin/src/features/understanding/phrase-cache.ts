import { forget } from '@botpro/ui/graphql/cache.ts'
import type { Cache, UpdateResolver } from '@urql/exchange-graphcache'
import {
  IntentPhrasesDocument, type IntentPhrasesQuery, type IntentPhrasesQueryVariables, type PhrasesTable_PhraseFragment as Phrase,
} from '../../contract/graphql.ts'

type Edge = IntentPhrasesQuery['intent']['phrases']['edges'][number]
type Asked = Omit<IntentPhrasesQueryVariables, 'id'>

/** Every list of an intent's phrases that is on a screen or may come back to it. */
function changeLists(cache: Cache, intentId: string, change: (edges: Edge[], asked: Asked) => Edge[]) {
  for (const { fieldName, arguments: asked } of cache.inspectFields({ __typename: 'Intent', id: intentId })) {
    if (fieldName !== 'phrases') continue
    const variables = { ...(asked as Asked), id: intentId }
    cache.updateQuery({ query: IntentPhrasesDocument, variables }, data => {
      if (!data) return data
      const { phrases } = data.intent
      const edges = change(phrases.edges, asked as Asked)
      const totalCount = phrases.totalCount + edges.length - phrases.edges.length
      return { ...data, intent: { ...data.intent, phrases: { ...phrases, edges, totalCount } } }
    })
  }
  cache.invalidate({ __typename: 'Intent', id: intentId }, 'phraseCounts')
}

const edgeOf = (node: Phrase): Edge => ({ __typename: 'PhraseEdge', cursor: node.id, node })
/** Ids are in the order of time. */
const newestFirst = (one: Edge, other: Edge) =>
  other.node.createdAt.localeCompare(one.node.createdAt) || other.node.id.localeCompare(one.node.id)

/** Where a list is searched, only the server knows whether a new phrase belongs in it: it shows there when asked again. */
const put = (cache: Cache, intentId: string, phrases: readonly Phrase[]) =>
  changeLists(cache, intentId, (edges, { language, search, after }) => {
    const known = new Set(edges.map(({ node }) => node.id))
    const fitting = phrases.filter(phrase => !known.has(phrase.id) && (!language || phrase.language === language))
    return search || after ? edges : [...fitting.map(edgeOf), ...edges].toSorted(newestFirst)
  })

function takeAway(cache: Cache, ids: readonly string[]) {
  const gone = new Set(ids)
  for (const intentId of intentsIn(cache)) changeLists(cache, intentId, edges => edges.filter(({ node }) => !gone.has(node.id)))
}

const intentsIn = (cache: Cache): string[] =>
  cache.inspectFields('Query').filter(({ fieldName }) => fieldName === 'intent').map(({ arguments: asked }) => String(asked?.id))

const addPhrases: UpdateResolver = (result, args, cache) => {
  const { added } = result.addPhrases as { added?: Phrase[] }
  if (added) put(cache, (args.input as { intentId: string }).intentId, added)
}
const deletePhrases: UpdateResolver = (result, _args, cache) =>
  takeAway(cache, (result.deletePhrases as { phraseIds?: string[] }).phraseIds ?? [])

type Placed = Phrase & { intent: { id: string } }
function place(cache: Cache, phrases: readonly Placed[]) {
  for (const intentId of new Set(phrases.map(({ intent }) => intent.id))) {
    put(cache, intentId, phrases.filter(({ intent }) => intent.id === intentId))
  }
}
const restorePhrases: UpdateResolver = (result, _args, cache) =>
  place(cache, (result.restorePhrases as { restored?: Placed[] }).restored ?? [])
const movePhrases: UpdateResolver = (result, _args, cache) => {
  const { moved = [] } = result.movePhrases as { moved?: Placed[] }
  takeAway(cache, moved.map(({ id }) => id))
  place(cache, moved)
}
const changePhrase: UpdateResolver = (_result, _args, cache) => {
  for (const id of intentsIn(cache)) cache.invalidate({ __typename: 'Intent', id }, 'phraseCounts')
}

const all = (...updates: UpdateResolver[]): UpdateResolver => (...given) => { for (const update of updates) update(...given) }
const whatTeaches = all(forget('intents'), forget('intent'), forget('entityTypes'))

/** What changes make of the lists that the screens show. */
export const understandingUpdates: Record<string, UpdateResolver> = {
  addPhrases, changePhrase, deletePhrases, movePhrases, restorePhrases,
  createIntent: forget('intents'), deleteIntent: forget('intents'), restoreIntent: forget('intents'),
  createEntityType: forget('entityTypes'), deleteEntityType: forget('entityTypes'),
  importTrainingSet: whatTeaches, startFromSectorPack: whatTeaches,
}
