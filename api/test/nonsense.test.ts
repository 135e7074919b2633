import { beforeAll, describe, expect, test } from 'vitest'
import { isAdmitted } from './admission.ts'
import { post } from './client.ts'
import { Company, kindsFor, type RoleName } from './company.ts'
import { inputsOf, isSubscription, rootFields, sampleValue, type Place, type RootField } from './contract-calls.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let company: Company

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
})

/** What people, programs and attackers send where a word of each type is meant. */
const NONSENSE: Record<string, unknown[]> = {
  ID: ['', ' ', 'x', 'a\u0000b', '\ud800', '00000000-0000-0000-0000-000000000000', 'F'.repeat(36), 'x'.repeat(10_000), 7, `' or 1=1 --`],
  String: ['', '   ', '\u0000', 'a\u0000b', '\ud800', 'x'.repeat(50_000), `'; drop table message; --`, '%_\\', '\u202e', '💥', '{}', '\n\t', '\\u0000'],
  Int: [-1, 0, 2_147_483_647, -2_147_483_648],
  Cursor: ['', 'x', 'bnVsbA', Buffer.from('zz.99999999999999999999').toString('base64url'), 'a\u0000b', 'x'.repeat(10_000)],
  DateTime: ['9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'],
  Date: ['2026-02-30', '0001-01-01', '9999-12-31', '99999-01-01'],
  LocalTime: ['24:00', '00:00', '25:00', '09:60'],
  TimeZone: ['Mars/Olympus', 'utc', '+04:00', 'a\u0000b'],
  JSON: [null, [], 'x', { a: { b: [{}] } }],
}
/** Pages of other lists, of no list, and of nothing. */
const PAGES = ['x', '', 'bnVsbA', ...['[]', '[1]', '["a","b"]', '["\\u0000","x"]', '[1e99,"00000000-0000-0000-0000-000000000000"]',
  '["x","00000000-0000-0000-0000-000000000000"]', '{"length":2}'].map(json => Buffer.from(json).toString('base64url'))]

const nonsenseOf = (place: Place): readonly unknown[] | undefined =>
  place.name === 'after' && place.type.name === 'String' ? PAGES : NONSENSE[place.type.name]

const ROLES: RoleName[] = ['OWNER', 'VISITOR', 'OPERATOR', 'ANONYMOUS']

type Replaced = (place: Place) => { by: unknown } | undefined

/** Nonsense in every place at once; and, for those whom the door lets in, in one place among sensible ones. */
function* triesOf(field: RootField, role: RoleName): Generator<Replaced> {
  const places: Place[] = []
  inputsOf(field, place => (places.push(place), sampleValue(place)))
  const troubled = places.filter(place => nonsenseOf(place))
  const most = Math.max(1, ...troubled.map(place => nonsenseOf(place)!.length))
  for (let round = 0; round < most; round++)
    yield place => { const values = nonsenseOf(place); return values && { by: values[round % values.length] } }
  if (!isAdmitted(role, field) || troubled.length < 2) return
  for (const spot of troubled) for (const value of nonsenseOf(spot)!)
    yield place => (place.of === spot.of && place.name === spot.name ? { by: value } : undefined)
}

describe('whatever is sent, the answer says what is wrong with it and never that something is wrong with us', () => {
  for (const field of rootFields.filter(one => !isSubscription(one))) {
    test(`${field.root.toLowerCase()} ${field.name}`, async () => {
      const wrong: string[] = []
      for (const role of ROLES) {
        if (role === 'OWNER') await company.giveConversationTo(role)
        for (const replaced of triesOf(field, role)) {
          const sensible = (place: Place) => (place.type.name === 'ID' ? company.ids[kindsFor(place)[0]!] : sampleValue(place))
          const variables = inputsOf(field, place => { const put = replaced(place); return put ? put.by : sensible(place) })
          const { text, status } = await post(stand.url, await company.caller(role), { query: field.document, variables })
          if (status >= 500 || text.includes('"code":"INTERNAL"')) wrong.push(`${role} ${JSON.stringify(variables).slice(0, 200)}: ${text.slice(0, 200)}`)
        }
      }
      expect(wrong).toEqual([])
    })
  }
})
