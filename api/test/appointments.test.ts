import { beforeAll, expect, test } from 'vitest'
import { ask, subscribe, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let company: Company
let talk: Talk
let admin: Caller
let agent: Caller

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  talk = new Talk(stand.url)
  admin = await company.member('ADMIN', 'Rosa Admin')
  agent = await company.member('AGENT', 'Ana Reyes')
})

const EVERY_DAY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const act = async (caller: Caller, mutation: string, input: object, selection = '') => (await ask(stand.url, caller,
  `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ${selection} ... on UserError { code message } } }`, { input }))[mutation]

const APPOINTMENT = '... on Appointment { id state startsAt history { kind told member { name } } }'

/** Something that is done around the clock, and somebody who does it. */
async function clinic() {
  const key = `c-${crypto.randomUUID().slice(0, 8)}`
  const { id: serviceId } = await act(admin, 'createAppointmentService', { key, name: { es: 'Consulta', en: 'Consultation' }, minutes: 30 }, '... on AppointmentService { id }')
  const hours = EVERY_DAY.map(weekday => ({ weekday, opens: '08:00', closes: '12:00' }))
  const { id: resourceId } = await act(admin, 'createAppointmentResource', { key, name: 'Dra. Mota', kind: 'PERSON', place: 'Piso 2', hours, serviceIds: [serviceId] }, '... on AppointmentResource { id }')
  const { freeTimes } = await ask(stand.url, agent, 'query($id: ID!) { freeTimes(serviceId: $id, most: 3) { id start end } }', { id: serviceId })
  return { serviceId, resourceId, times: freeTimes as { id: string; start: string; end: string }[] }
}

async function somebody() {
  const visitor = await company.visitor()
  const text = `quiero hablar con una persona ${crypto.randomUUID()}`
  await talk.says(visitor, text)
  const conversationId = await talk.conversationOf(agent, text)
  const { conversation } = await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { contact { id } } }', { id: conversationId })
  return { visitor, conversationId, contactId: conversation.contact.id as string }
}

const said = async (id: string): Promise<string[]> =>
  (await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { messages(first: 20) { edges { node { text } } } } }', { id })).conversation.messages.edges.map((edge: any) => edge.node.text)

const book = (time: string, contactId: string, more: object = {}) => act(agent, 'bookAppointment', { clientId: crypto.randomUUID(), contactId, time, ...more }, `${APPOINTMENT} ... on TimeTaken { freeTimes { id } }`)

test('who is to be told of an appointment is told once, and whoever keeps the appointments sees that she was', async () => {
  const [{ times: [time] }, { contactId, conversationId }] = [await clinic(), await somebody()]
  const clientId = crypto.randomUUID()
  const booked = await book(time!.id, contactId, { clientId, tellContact: true })
  expect(booked).toMatchObject({ state: 'BOOKED', history: [{ kind: 'BOOKED', told: 'SENT', member: { name: 'Ana Reyes' } }] })
  expect((await book(time!.id, contactId, { clientId, tellContact: true })).id).toBe(booked.id)
  expect((await said(conversationId)).filter(text => text.includes('Su cita de Consulta quedó reservada'))).toHaveLength(1)
  const cancelled = await act(agent, 'cancelAppointment', { appointmentId: booked.id, note: 'La doctora está enferma', tellContact: true }, APPOINTMENT)
  expect(cancelled.history).toMatchObject([{ kind: 'BOOKED', told: 'SENT' }, { kind: 'CANCELLED', told: 'SENT' }])
  expect((await said(conversationId)).filter(text => text.includes('fue cancelada'))).toHaveLength(1)
  expect((await said(conversationId)).join()).not.toContain('enferma')
})

test('who is not to be told hears nothing', async () => {
  const [{ times: [time] }, { contactId, conversationId }] = [await clinic(), await somebody()]
  const before = await said(conversationId)
  expect(await book(time!.id, contactId)).toMatchObject({ history: [{ kind: 'BOOKED', told: null }] })
  expect(await said(conversationId)).toEqual(before)
})

test('somebody whom no channel reaches is booked all the same, and it is said that she was not told', async () => {
  const { times: [time] } = await clinic()
  const contactId = crypto.randomUUID()
  await stand.database.owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, 'Ana', 'ES', now(), now())`, [company.world.tenantId, contactId])
  expect(await book(time!.id, contactId, { tellContact: true })).toMatchObject({ state: 'BOOKED', history: [{ kind: 'BOOKED', told: 'NO_CHANNEL' }] })
})

test('of two who book one time at once, one has it and the other is offered others', async () => {
  const [{ times: [time] }, one, other] = [await clinic(), await somebody(), await somebody()]
  const results = await Promise.all([one, other].map(({ contactId }) => book(time!.id, contactId, { tellContact: true })))
  expect(results.map(result => result.__typename).toSorted()).toEqual(['Appointment', 'TimeTaken'])
  const refused = results.find(result => result.__typename === 'TimeTaken')
  expect(refused).toMatchObject({ code: 'TAKEN', message: 'That time is taken.' })
  expect(refused.freeTimes.length).toBeGreaterThan(0)
  const told = await Promise.all([one, other].map(async ({ conversationId }) => (await said(conversationId)).filter(text => text.includes('quedó reservada')).length))
  expect(told.toSorted()).toEqual([0, 1])
})

test('whoever looks at the appointments sees what others do with them as it happens; another company hears nothing', async () => {
  const stranger = await Company.found(stand.database, stand.app)
  const document = 'subscription { appointmentsChanged { kind appointment { id state resource { name } } } }'
  const [heard, elsewhere] = [subscribe(stand.url, admin, { query: document }), subscribe(stand.url, await stranger.member('ADMIN', 'Otra'), { query: document })]
  await Promise.all([heard.connected, elsewhere.connected])
  const [{ times }, { contactId }] = [await clinic(), await somebody()]
  const { id } = await book(times[0]!.id, contactId)
  await act(agent, 'moveAppointment', { clientId: crypto.randomUUID(), appointmentId: id, time: times[1]!.id })
  await act(agent, 'cancelAppointment', { appointmentId: id })
  await expect.poll(() => heard.events.filter(event => event.appointment.id === id).map(event => [event.kind, event.appointment.state]), { timeout: 5000 })
    .toEqual([['BOOKED', expect.any(String)], ['MOVED', expect.any(String)], ['CANCELLED', 'CANCELLED']])
  expect(elsewhere.events).toEqual([])
  heard.cut()
  elsewhere.cut()
})

test('appointments are found by who comes, over a year, and by what for', async () => {
  const [{ times: [time], serviceId }, { contactId }] = [await clinic(), await somebody()]
  await stand.database.owner.query(`update contact set name = 'Ángela Núñez' where id = $1`, [contactId])
  const { id } = await book(time!.id, contactId)
  const [from, until] = [new Date(Date.now() - 200 * 86_400_000).toISOString(), new Date(Date.now() + 190 * 86_400_000).toISOString()]
  const found = async (more: object) => (await ask(stand.url, agent, `query($from: DateTime!, $until: DateTime!, $search: String, $serviceId: ID) {
    appointments(from: $from, until: $until, search: $search, serviceId: $serviceId) { edges { node { id } } } }`, { from, until, ...more })).appointments.edges.map((edge: any) => edge.node.id)
  expect(await found({ search: 'angela nunez' })).toEqual([id])
  expect(await found({ search: 'angela', serviceId })).toEqual([id])
  expect(await found({ search: 'nadie' })).toEqual([])
  await expect(found({})).rejects.toThrow(/62 days/)
})

test('when somebody works is known whether or not she is booked, her days off left out', async () => {
  const { resourceId, serviceId, times: [time] } = await clinic()
  const { contactId } = await somebody()
  await book(time!.id, contactId)
  await act(admin, 'changeAppointmentResource', {
    resourceId, version: 1, name: 'Dra. Mota', kind: 'PERSON', isActive: true, serviceIds: [serviceId],
    hours: EVERY_DAY.map(weekday => ({ weekday, opens: '08:00', closes: '12:00' })), exceptions: [{ date: '2027-03-02', hours: [] }, { date: '2027-03-03', hours: [{ opens: '15:00', closes: '16:30' }] }],
  })
  const { appointmentOpenings } = await ask(stand.url, agent, `query($id: ID!) {
    appointmentOpenings(resourceId: $id, from: "2027-03-01T04:00:00Z", until: "2027-03-04T04:00:00Z") { resourceId from until } }`, { id: resourceId })
  expect(appointmentOpenings).toEqual([
    { resourceId, from: '2027-03-01T12:00:00.000Z', until: '2027-03-01T16:00:00.000Z' }, { resourceId, from: '2027-03-03T19:00:00.000Z', until: '2027-03-03T20:30:00.000Z' },
  ])
})
