import { createCache } from '@botpro/ui/graphql/cache.ts'
import { Client, fetchExchange, type OperationResult } from '@urql/core'
import { beforeEach, expect, test } from 'vitest'
import {
  AddPhrasesDocument, DeletePhrasesDocument, IntentPhrasesDocument, MovePhrasesDocument, type IntentPhrasesQuery, type IntentPhrasesQueryVariables,
} from '../../contract/graphql.ts'
import { understandingUpdates } from './phrase-cache.ts'

const phrase = (n: number, text = `frase ${n}`) => ({
  __typename: 'Phrase' as const, id: `p${n}`, text, language: 'ES' as const, origin: 'WRITTEN' as const, version: 1, entities: [],
  createdAt: `2026-01-0${n}T00:00:00Z`,
})
const page = (id: string, numbers: number[], hasNextPage: boolean): IntentPhrasesQuery => ({
  __typename: 'Query', intent: { __typename: 'Intent', id, phrases: {
    __typename: 'PhraseConnection', totalCount: 3, edges: numbers.map(n => ({ __typename: 'PhraseEdge' as const, cursor: `c${n}`, node: phrase(n) })),
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: `c${numbers.at(-1)}` },
  } },
})

let answers: unknown[]
let client: Client
/** Gives the answers that a test lays out, in their order. */
const fetch = async () => new Response(JSON.stringify({ data: answers.shift() }), { headers: { 'content-type': 'application/json' } })
const list = (variables: Partial<IntentPhrasesQueryVariables> = {}, requestPolicy: 'cache-only' | 'network-only' = 'cache-only') =>
  client.query(IntentPhrasesDocument, { id: 'i1', first: 2, ...variables }, { requestPolicy }).toPromise()
const shown = ({ data }: OperationResult<IntentPhrasesQuery>) => data && [data.intent.phrases.totalCount, ...data.intent.phrases.edges.map(({ node }) => node.id)]

beforeEach(async () => {
  answers = [page('i1', [4, 3], true), page('i1', [1], false)]
  client = new Client({ url: 'http://localhost/graphql', fetch, preferGetMethod: false, exchanges: [createCache({ updates: { Mutation: understandingUpdates } }), fetchExchange] })
  await list({}, 'network-only')
  await list({ after: 'c3' }, 'network-only')
})

test('the pages of a list are one list', async () => {
  expect(shown(await list({ after: 'c3' }))).toEqual([3, 'p4', 'p3', 'p1'])
})

test('a new phrase stands first, however far the list was unrolled', async () => {
  answers = [{ __typename: 'Mutation', addPhrases: { __typename: 'PhrasesAdded', added: [phrase(5)], duplicates: [], conflicts: [] } }]
  await client.mutation(AddPhrasesDocument, { input: { intentId: 'i1', phrases: [{ text: 'x' }] } }).toPromise()
  expect(shown(await list({ after: 'c3' }))?.slice(1)).toEqual(['p5', 'p4', 'p3', 'p1'])
  expect(shown(await list())?.[0]).toBe(4)
})

test('a deleted phrase leaves every page', async () => {
  answers = [{ __typename: 'Mutation', deletePhrases: { __typename: 'PhrasesDeleted', phraseIds: ['p1', 'p4'] } }]
  await client.mutation(DeletePhrasesDocument, { input: { phraseIds: ['p1', 'p4'] } }).toPromise()
  expect(shown(await list({ after: 'c3' }))?.slice(1)).toEqual(['p3'])
})

test('a moved phrase goes from one intent’s list to the other’s', async () => {
  answers = [page('i2', [2], false)]
  await list({ id: 'i2' }, 'network-only')
  const moved = { ...phrase(3), intent: { __typename: 'Intent', id: 'i2', name: 'otra' } }
  answers = [{ __typename: 'Mutation', movePhrases: { __typename: 'PhrasesMoved', moved: [moved], duplicates: [] } }]
  await client.mutation(MovePhrasesDocument, { input: { phraseIds: ['p3'], intentId: 'i2' } }).toPromise()
  expect(shown(await list())?.slice(1)).toEqual(['p4', 'p1'])
  expect(shown(await list({ id: 'i2' }))?.slice(1)).toEqual(['p3', 'p2'])
})
