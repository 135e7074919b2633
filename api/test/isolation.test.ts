import { beforeAll, describe, expect, test } from 'vitest'
import { post, subscribe, ask, type Subscribed, type Variables } from './client.ts'
import { isAdmitted } from './admission.ts'
import { Company, isNoRow, kindsFor, MEMBER_ROLES, ROLES, type Kind, type RoleName } from './company.ts'
import { inputsOf, isSubscription, rootFields, sampleValue, type Place, type RootField } from './contract-calls.ts'
import { RIGHTFUL } from './rightful.ts'
import { useStand } from './stand.ts'
import { until } from './channel-stand.ts'
import { fingerprint, innerSecrets, leaksIn, secretsOf, type Secrets } from './taint.ts'

const stand = useStand()
let ours: Company
let theirs: Company
let secrets: Secrets
let inner: Secrets
let theirCursor: string

beforeAll(async () => {
  ours = await Company.found(stand.database, stand.app)
  theirs = await Company.found(stand.database, stand.app)
  theirCursor = (await ask(stand.url, await theirs.caller('AGENT'), '{ eventCursor }')).eventCursor
  secrets = await secretsOf(stand.database.owner, theirs)
  inner = innerSecrets(secrets, theirs)
})

const at = ({ of, name }: Pick<Place, 'of' | 'name'>) => `${of}.${name}`

/** Theirs everywhere; and theirs in one place and ours in the others, for each place and each kind that fits. */
function attacksOn(field: RootField): Variables[] {
  const places = field.idPlaces.filter(place => !isNoRow(place))
  const all = Object.fromEntries(places.map(place => [at(place), kindsFor(place)[0]!]))
  const single = places.flatMap(place => kindsFor(place).map(kind => ({ [at(place)]: kind })))
  return [all, ...(places.length > 1 ? single : single.slice(1))].map(foreign => inputsWith(field, foreign))
}

function inputsWith(field: RootField, foreign: Record<string, Kind>): Variables {
  return inputsOf(field, place => {
    const kind = foreign[at(place)]
    if (place.type.name === 'ID' && !isNoRow(place)) return kind ? theirs.ids[kind] : ours.ids[kindsFor(place)[0]!]
    if (place.type.name === 'Cursor') return theirCursor
    const searched = field.root === 'Query' && (place.name === 'search' || place.name === 'text')
    return searched ? theirs.canary : sampleValue(place)
  })
}

const secretsFor = (role: RoleName) => (role === 'OPERATOR' ? inner : secrets)
const isMember = (role: RoleName) => (MEMBER_ROLES as readonly string[]).includes(role)

/** Each attack as a role of our own tenant; what was said wrong, in words. Whom the door refuses tries once: behind it there is nothing else. */
async function faultsOf(field: RootField, role: RoleName): Promise<string[]> {
  if (RIGHTFUL.includes(`${role} ${field.name}`)) return []
  if (isMember(role) && field.root === 'Mutation') await ours.giveConversationTo(role)
  const faults: string[] = []
  for (const variables of attacksOn(field).slice(0, isAdmitted(role, field) ? undefined : 1)) {
    const answer = await post(stand.url, await ours.caller(role), { query: field.document, variables })
    const about = `${role} ${field.name}(${JSON.stringify(variables)})`
    const leaks = leaksIn(answer.text, secretsFor(role))
    if (leaks.length) faults.push(`${about} tells ${leaks.join(', ')}: ${answer.text.slice(0, 300)}`)
    const unrun = answer.errors.find(error => !error.path || error.extensions.code === 'INTERNAL')
    if (unrun) faults.push(`${about} is not answered properly: ${JSON.stringify(unrun)}`)
  }
  return faults
}

describe('nobody of one tenant reads or changes anything of another', () => {
  for (const field of rootFields.filter(one => !isSubscription(one))) {
    test(`by ${field.root.toLowerCase()} ${field.name}`, async () => {
      const before = await fingerprint(stand.database.owner, theirs)
      const faults: string[] = []
      for (const role of ROLES) faults.push(...await faultsOf(field, role))
      expect(faults).toEqual([])
      expect(await fingerprint(stand.database.owner, theirs)).toEqual(before)
    })
  }
})

test('the words and ids that are looked for would be found', async () => {
  const own = await post(stand.url, await theirs.caller('OWNER'), { query: '{ contacts { edges { node { id name } } } tenant { name } }' })
  expect(leaksIn(own.text, secrets)).toEqual(expect.arrayContaining([theirs.canary, theirs.card, theirs.ids.contact]))
  const operator = await post(stand.url, await ours.caller('OPERATOR'), { query: '{ tenants(first: 100) { edges { cursor node { name } } } }' })
  expect(leaksIn(operator.text, secrets)).toEqual(expect.arrayContaining([theirs.card, theirs.tenantId]))
})

/** Everything of the other tenant that makes its subscribers hear something. */
async function theirLife(company: Company) {
  const { url } = stand
  await company.giveConversationTo('AGENT')
  const agent = await company.caller('AGENT')
  const conversationId = company.ids.conversation
  const clientIds = [crypto.randomUUID(), crypto.randomUUID()]
  await ask(url, await company.caller('VISITOR'), 'mutation($id: ID!, $text: String!) { sendVisitorMessage(input: { clientId: $id, text: $text }) { __typename } showVisitorTyping }',
    { id: crypto.randomUUID(), text: company.canary })
  await ask(url, agent, `mutation($c: ID!, $one: ID!, $two: ID!, $text: String!) {
    addNote(input: { conversationId: $c, clientId: $one, text: $text }) { __typename }
    sendReply(input: { conversationId: $c, clientId: $two, text: $text }) { __typename }
    showAgentTyping(conversationId: $c)
  }`, { c: conversationId, one: clientIds[0], two: clientIds[1], text: company.canary })
}

test('no subscription tells anything of another tenant while that tenant is at work', { timeout: 60_000 }, async () => {
  const opened: { about: string; role: RoleName; subscribed: Subscribed }[] = []
  for (const field of rootFields.filter(isSubscription)) {
    for (const role of ROLES) {
      for (const variables of [...attacksOn(field), inputsOf(field, place => (place.type.name === 'Cursor' ? null : theirs.ids.conversation))]) {
        const subscribed = subscribe(stand.url, await ours.caller(role), { query: field.document, variables })
        opened.push({ about: `${role} ${field.name}(${JSON.stringify(variables)})`, role, subscribed })
      }
    }
  }
  // Whoever came last would otherwise be served before the first of them.
  await Promise.all(opened.map(({ subscribed }) => Promise.race([subscribed.connected, subscribed.ended])))
  const witness = subscribe(stand.url, await ours.caller('SUPERVISOR'), { query: 'subscription { conversationEvents { kind message { text } } }' })
  const theirWitness = subscribe(stand.url, await theirs.caller('SUPERVISOR'), { query: 'subscription { conversationEvents { kind message { text } } }' })
  await Promise.all([witness, theirWitness].map(one => one.saw(event => event.kind === 'READY')))
  await theirLife(theirs)
  await theirWitness.saw(event => event.message?.text === theirs.canary)
  await theirLife(ours)
  await witness.saw(event => event.message?.text === ours.canary)
  // The others are told in their turn: nothing is looked for before most of what is open heard what is its own.
  await until(() => opened.filter(({ subscribed }) => subscribed.events.length > 1).length > 4)
  const leaks = opened.flatMap(({ about, role, subscribed }) =>
    leaksIn(subscribed.texts.join('\n'), secretsFor(role)).map(leak => `${about} tells ${leak}`))
  expect(leaks).toEqual([])
  for (const { subscribed } of [...opened, { subscribed: witness }, { subscribed: theirWitness }]) subscribed.cut()
})
