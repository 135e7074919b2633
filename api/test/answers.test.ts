import { beforeAll, expect, test } from 'vitest'
import { ask, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let company: Company
let supervisor: Caller
let talk: Talk

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  supervisor = await company.caller('SUPERVISOR')
  talk = new Talk(stand.url)
})

const QUESTION = '¿Cuánto tarda la entrega en provincias?'
const ANSWER = 'De dos a cuatro días laborables.'
const STRANGE = 'el motorista del campo'

const act = async (mutation: string, input: object, selection: string) =>
  (await ask(stand.url, supervisor, `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ${selection} } }`, { input }))[mutation]
const saysLast = async (visitor: Caller, text: string, more: object = {}): Promise<string> =>
  (await talk.says(visitor, text, more)).messages.findLast((message: any) => message.author === 'BOT').text
const queue = async (search: string) => (await ask(stand.url, supervisor, `query($search: String) { misunderstood(first: 10, search: $search) {
  edges { node { reasons language misunderstoodIds } } } }`, { search })).misunderstood.edges.map((edge: any) => edge.node)
const wordingsOf = async (id: string) => (await ask(stand.url, supervisor, 'query($id: ID!) { faq(id: $id) { wordings } }', { id })).faq.wordings

test('what Q&A had no answer to becomes a wording, is answered from then on, is said to be of no use, and is taken back', { timeout: 60_000 }, async () => {
  const { id: faqId } = await act('createFaq', { faq: { question: QUESTION, answer: ANSWER } }, '... on Faq { id }')
  const visitor = await company.visitor()
  await expect.poll(() => saysLast(visitor, QUESTION), { timeout: 15_000, interval: 500 }).toBe(ANSWER)

  expect(await saysLast(visitor, STRANGE)).toBe(company.canary)
  const [waiting] = await queue(STRANGE)
  expect(waiting).toMatchObject({ reasons: ['UNANSWERED'], language: 'ES' })
  const { misunderstoodIds } = waiting
  expect(await act('assignMisunderstood', { misunderstoodIds, faqId, intentId: faqId }, '... on InvalidInput { field }')).toEqual({ __typename: 'InvalidInput', field: 'faqId' })
  expect(await act('assignMisunderstood', { misunderstoodIds, faqId }, '... on MisunderstoodAssigned { misunderstoodIds wordings phrases { id } }'))
    .toEqual({ __typename: 'MisunderstoodAssigned', misunderstoodIds, wordings: [STRANGE], phrases: [] })
  expect(await wordingsOf(faqId)).toEqual([STRANGE])
  await expect.poll(() => saysLast(visitor, STRANGE), { timeout: 15_000, interval: 500 }).toBe(ANSWER)

  expect(await saysLast(visitor, 'No era eso', { optionId: 'unhelpful' })).toContain('otras palabras')
  expect((await queue(STRANGE)).flatMap((group: any) => group.reasons)).toContain('THUMBS_DOWN')
  await act('returnMisunderstood', { misunderstoodIds }, '... on MisunderstoodReturned { misunderstoodIds }')
  expect(await wordingsOf(faqId)).toEqual([])
  await expect.poll(() => saysLast(visitor, STRANGE), { timeout: 15_000, interval: 500 }).toBe(company.canary)
})
