/**
 * The commercial life of one tenant once more, for comparison: by day numbers and whole cents, with the whole history added up anew each
 * month. Shares nothing with what it is compared to.
 */
export interface Story {
  isPublic: boolean
  /** Day numbers from 1 January 2027. */
  starts: number
  planCents: number
  setupCents: number
  addOn: { cents: number; starts: number } | null
  minimumCents: number | null
  /** Another price of the plan from this day on. */
  change: { cents: number; starts: number } | null
  conversationsADay: number
  /** When a renewal is signed, after the end of the first term (negative: before); null where none is. */
  renewal: number | null
  declines: boolean
  /** Days after issue; null: never. */
  paysAfter: number | null
  /** How many invoices she pays at all. */
  paysFirst: number
  /** Days after a suspension began on which she pays all that is owed, and a hundred more; null: she does not. */
  paysUp: number | null
}

export interface Ending {
  cancelled: number | null
  suspensions: string[]
  isSuspended: boolean
  invoices: string[]
  credit: number
  phase: string
}

const MONTHS = Array.from({ length: 30 }, (_, index) => ({ year: 2027 + Math.floor(index / 12), month: index % 12 }))
const lengthOf = ({ year, month }: { year: number; month: number }) => [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]!
const FIRSTS: number[] = []
for (let index = 0, day = 0; index < MONTHS.length; day += lengthOf(MONTHS[index]!), index++) FIRSTS.push(day)

const halfEven = (top: number, bottom: number) => {
  const whole = Math.floor(top / bottom)
  const rest = top - whole * bottom
  return rest * 2 > bottom || (rest * 2 === bottom && whole % 2 !== 0) ? whole + 1 : whole
}

/** A year later, or the last day of its month. */
export function yearAfter(day: number): number {
  const month = FIRSTS.findLastIndex(first => first <= day)
  return FIRSTS[month + 12]! + Math.min(day - FIRSTS[month]!, lengthOf(MONTHS[month + 12]!) - 1)
}

interface Bill { issue: number; total: number; open: number; due: number }

export function endingOf(story: Story, days: number): Ending {
  const firstEnd = yearAfter(story.starts)
  const signed = story.isPublic && story.renewal !== null ? firstEnd + story.renewal : null
  const second = signed === null ? null : Math.max(firstEnd, signed)
  const goesOn = !story.isPublic && !story.declines
  const [suspendedOn, bills, drafts]: [Set<number>, Bill[], { made: number; total: number }[]] = [new Set(), [], []]
  let [billed, credit, cancelled, suspension, renewed]: [number, number, number | null, number | null, boolean] = [0, 0, null, null, false]
  const begins: string[] = []

  const covered = (day: number) => {
    if (day < story.starts || (cancelled !== null && day >= cancelled)) return false
    if (goesOn || day < firstEnd) return true
    return renewed && day < (second! === firstEnd ? yearAfter(firstEnd) : yearAfter(second!))
  }
  const knownToCome = (today: number, day: number) => covered(day) || (signed !== null && signed <= today && cancelled === null && day >= second! && day < Number.MAX_SAFE_INTEGER && !renewed)

  /** All that is owed of the months up to one, the last one in advance. */
  function owed(month: number, today: number): number {
    let sum = knownToCome(today, story.starts) ? story.setupCents : 0
    for (let index = 0; index <= month; index++) {
      const [first, length] = [FIRSTS[index]!, lengthOf(MONTHS[index]!)]
      const part = (cents: number, at: number) => halfEven(cents * (at + 1), length) - halfEven(cents * at, length)
      let [free, lacking] = [0, 0]
      for (let at = 0; at < length; at++) {
        const day = first + at
        if (!knownToCome(today, day) || (cancelled !== null && day >= cancelled)) continue
        const isSuspended = suspendedOn.has(day)
        const plan = story.change && story.change.starts <= today && day >= story.change.starts ? story.change.cents : story.planCents
        sum += part(plan, at)
        if (!isSuspended && story.addOn && story.addOn.starts <= today && day >= story.addOn.starts) sum += part(story.addOn.cents, at)
        if (!isSuspended) free++
        if (story.minimumCents !== null) lacking += part(story.minimumCents, at)
      }
      if (index === month) continue
      sum += lacking
      sum += Math.max(0, Math.round(story.conversationsADay * free) - Math.ceil(3000 * free / length)) * 5
    }
    return sum
  }

  for (let today = story.starts; today < days; today++) {
    if (second !== null && today >= second && cancelled === null) renewed = true
    const month = FIRSTS.indexOf(today)
    if (month >= 0) {
      const net = owed(month, today) - billed
      billed += net
      if (net !== 0) drafts.push({ made: today, total: net + (net < 0 ? -halfEven(-net * 18, 100) : halfEven(net * 18, 100)) })
    }
    for (const { total } of drafts.filter(({ made }) => made + 2 === today)) {
      if (total < 0) credit -= total
      else {
        const used = Math.min(credit, total)
        credit -= used
        bills.push({ issue: today, total, open: total - used, due: today + 30 })
      }
    }
    const late = () => bills.filter(({ open, due }) => open > 0 && due < today).length
    if (cancelled === null && suspension === null && late() >= 2) {
      suspension = today
      begins.push(String(today))
      for (let day = today; day < today + 30; day++) suspendedOn.add(day)
    } else if (cancelled === null && suspension !== null && today >= suspension + 30) {
      begins[begins.length - 1] += `-${today}`
      suspension = null
      cancelled = today
    }
    for (const [index, bill] of bills.entries()) {
      if (story.paysAfter === null || index >= story.paysFirst || bill.issue + story.paysAfter !== today) continue
      bill.open = 0
    }
    if (suspension !== null && story.paysUp !== null && suspension + story.paysUp === today) {
      for (const bill of bills) bill.open = 0
      credit += 10_000
    }
    if (suspension !== null && late() === 0) {
      for (let day = today; day < suspension + 30; day++) suspendedOn.delete(day)
      begins[begins.length - 1] += `-${today}`
      suspension = null
    }
  }
  const over = goesOn ? 'IN_FORCE' : renewed ? (days - 1 >= yearAfter(second!) ? 'EXPIRED' : 'IN_FORCE') : days - 1 >= firstEnd ? 'EXPIRED' : 'IN_FORCE'
  return {
    cancelled, credit, isSuspended: suspension !== null, suspensions: begins, phase: cancelled === null ? over : 'CANCELLED',
    invoices: bills.map(({ issue, total, open }) => `${issue}: ${total}${open > 0 ? ` owes ${open}` : ''}`),
  }
}
