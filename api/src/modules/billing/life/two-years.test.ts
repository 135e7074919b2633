import { expect, test, vi } from 'vitest'
import { addDays, daysBetween, type Day } from '../../../platform/day.ts'
import { sum } from '../../../platform/money.ts'
import type { SubscriptionItem } from '../../plans/index.ts'
import { isOwed, type Account } from './account.ts'
import { isInForceNow } from './contracts.ts'
import { accountOf, bookOf, contractOf, itemOf } from './life.fixture.ts'
import { advance, pay } from './life.ts'
import { endingOf, yearAfter, type Ending, type Story } from './simple-model.fixture.ts'

// Ten thousand cases on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const FIRST = '2027-01-01'
const DAYS = 730
const dayOf = (number: number): Day => addDays(FIRST, number)
const numberOf = (day: Day) => daysBetween(FIRST, day)
const price = (cents: number) => (cents / 100).toFixed(2)

/** Always the same dice. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function storyOf(seed: number): Story {
  const roll = dice(seed * 7919 + 13)
  const one = <Value>(...values: Value[]) => values[roll(values.length)]!
  const isPublic = roll(2) === 0
  const starts = roll(60)
  return {
    isPublic, starts, planCents: one(39_500, 64_500, 129_000), setupCents: one(59_500, 109_500), addOn: one(null, { cents: 7_333, starts: starts + roll(400) }),
    minimumCents: one(null, 25_000), change: one(null, null, { cents: one(39_500, 99_999), starts: starts + 20 + roll(500) }), conversationsADay: one(0, 90, 110, 150),
    renewal: isPublic ? one(null, -40, -200, 12, 45) : null, declines: !isPublic && roll(5) === 0,
    paysAfter: one(0, 5, 25, 29, 31, 58, 61, 64, 75, 90, 93, null), paysFirst: one(999, 999, 999, 3, 9),
    paysUp: one(null, 0, 7, 29, 30),
  }
}

/** What an operator and the tenant do, day after day, while the machine does the rest. */
function lived(story: Story): Account {
  const items: SubscriptionItem[] = [itemOf({ prices: { SETUP: price(story.setupCents), MONTHLY: price(story.planCents), CONVERSATION: '0.05' } })]
  if (story.minimumCents !== null) items.push(itemOf({ entitlements: {}, id: 'line', productKind: 'WHATSAPP', productKey: 'WHATSAPP_3000', prices: { MINIMUM: price(story.minimumCents) } }))
  const startsOn = dayOf(story.starts)
  const asked = story.isPublic && (story.renewal ?? 0) > 0 ? dayOf(yearAfter(story.starts) + 60) : null
  let account = accountOf(startsOn, {
    book: bookOf(story.isPublic, contractOf({ startsOn, declinedOn: story.declines ? startsOn : null, provisionalUntil: asked })),
    agreed: [{ contractId: 'a', items }], pace: { CONVERSATION: story.conversationsADay },
  })
  for (let day = startsOn; day < dayOf(DAYS); day = addDays(day, 1)) {
    account = advance(decided(account, story, day), day).account
    for (const [index, invoice] of account.invoices.filter(({ kind, state }) => kind === 'INVOICE' && state !== 'DRAFT').entries()) {
      const isPaid = story.paysAfter !== null && index < story.paysFirst && addDays(invoice.issuedOn!, story.paysAfter) === day
      if (isPaid && isOwed(invoice)) account = pay(account, { amount: invoice.open, invoiceId: invoice.id }).account
    }
    if (account.suspension && story.paysUp !== null && addDays(account.suspension.startsOn, story.paysUp) === day) account = pay(account, { amount: sum([100, ...account.invoices.map(({ open }) => open)]).toFixed(2) }).account
  }
  return account
}

function decided(account: Account, story: Story, day: Day): Account {
  const first = yearAfter(story.starts)
  if (account.cancelledOn) return account
  if (story.addOn && dayOf(story.addOn.starts) === day) account = { ...account, items: [...account.items, itemOf({ entitlements: {}, id: 'more', productKind: 'ADD_ON', productKey: 'MORE', prices: { MONTHLY: price(story.addOn.cents) }, startsOn: day })] }
  if (story.change && dayOf(story.change.starts) === day) account = { ...account, items: account.items.flatMap(item => (item.id === 'plan' ? [{ ...item, endsOn: day }, itemOf({ id: 'other plan', prices: { MONTHLY: price(story.change!.cents), CONVERSATION: '0.05' }, startsOn: day })] : [item])) }
  if (story.isPublic && story.renewal !== null && dayOf(first + story.renewal) === day) {
    const renewal = contractOf({ id: 'b', previousId: 'a', signedOn: day, startsOn: story.renewal > 0 ? day : dayOf(first) })
    return { ...account, book: { ...account.book, contracts: [...account.book.contracts, renewal] } }
  }
  return account
}

function toldOf(account: Account): Ending {
  const cents = (amount: string) => Math.round(Number(amount) * 100)
  return {
    cancelled: account.cancelledOn === null ? null : numberOf(account.cancelledOn), credit: cents(account.credit), isSuspended: account.suspension !== null,
    suspensions: account.suspended.map(({ startsOn, endsOn }, index) => (account.suspension && index === account.suspended.length - 1 ? `${numberOf(startsOn)}` : `${numberOf(startsOn)}-${numberOf(endsOn!)}`)),
    phase: account.cancelledOn ? 'CANCELLED' : isInForceNow(account.book) ? 'IN_FORCE' : 'EXPIRED',
    invoices: account.invoices.filter(({ kind, state }) => kind === 'INVOICE' && state !== 'DRAFT')
      .map(({ issuedOn, total, open }) => `${numberOf(issuedOn!)}: ${cents(total)}${cents(open) > 0 ? ` owes ${cents(open)}` : ''}`),
  }
}

test('after two years 200 tenants stand where a plain model of their lives says', () => {
  const endings = Array.from({ length: 200 }, (_, seed) => {
    const story = storyOf(seed)
    return { seed, story, told: toldOf(lived(story)), expected: { ...endingOf(story, DAYS) } }
  })
  for (const { seed, story, told, expected } of endings) expect({ seed, story, ...told }).toEqual({ seed, story, ...expected })
  // The dice bring every kind of life.
  const kinds = endings.map(({ told }) => told)
  expect(kinds.filter(({ cancelled }) => cancelled !== null).length).toBeGreaterThan(20)
  expect(kinds.filter(({ cancelled, suspensions }) => cancelled === null && suspensions.length > 0).length).toBeGreaterThan(10)
  expect(kinds.filter(({ phase }) => phase === 'EXPIRED').length).toBeGreaterThan(10)
  expect(kinds.filter(({ phase, suspensions }) => phase === 'IN_FORCE' && suspensions.length === 0).length).toBeGreaterThan(20)
}, 60_000)
