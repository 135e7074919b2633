import { addDays } from '../../../platform/day.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { loadResellers } from '../../tenancy/index.ts'
import type { ContractDesk } from '../contract/contract-desk.ts'
import type { ContractRow } from '../contract/contract.row.ts'
import { loadLines } from '../contract/contract.store.ts'
import { endOfTerm } from '../machine/contract-facts.ts'
import { renewalSignedBy } from '../machine/contract-verbs.ts'
import { contractPaper, quotePaper } from './contract-papers.ts'
import type { PaperDocument, Party } from './document.ts'
import type { LetterBox } from './letter-box.ts'
import type { LetterKind } from './letter-kind.ts'
import { letterWords, type LetterFacts, type PlainLetter } from './letter-texts.ts'
import { dayWords } from './words.ts'

const BOTPRO = 'BotPro'

/** Whoever sells, as it stands at the head of a paper. */
export async function issuerOf(unit: ReadUnit, sellerId: string | null): Promise<Party> {
  const [seller] = sellerId ? await loadResellers(unit, [sellerId]) : []
  return { name: seller?.name ?? BOTPRO, lines: [] }
}

const PEOPLE = `
  select email from member where tenant_id = $1 and role in ('OWNER', 'ADMIN') and disabled_at is null and (joined_at is not null or role = 'OWNER') order by role desc, email`
const OPERATORS = 'select u.email from operator o join app_user u on u.id = o.user_id where u.disabled_at is null order by u.email'

/** Those who answer for the tenant. */
export const ownersOf = async (unit: ReadUnit, tenantId: string): Promise<string[]> =>
  (await unit.sql<{ email: string }>('letter-people', PEOPLE, [tenantId])).map(({ email }) => email)

/** Once a day, however often the calendar is looked at; what people decide is told each time. */
const BY_CALENDAR: readonly LetterKind[] = ['RENEWAL_WARNING', 'RENEWAL_NOTICE', 'RENEWED', 'EXPIRY', 'PROVISIONAL_END']

/** Kinds after which somebody of ours has to decide. */
const TO_DECIDE: readonly LetterKind[] = ['EXPIRY', 'PROVISIONAL_END']

/** What is written about contracts. */
export class ContractLetters {
  readonly #box: LetterBox

  constructor(box: LetterBox) {
    this.#box = box
  }

  async write(desk: ContractDesk, row: ContractRow, kind: PlainLetter, more: Partial<LetterFacts> = {}): Promise<void> {
    const { unit, tenant: { language } } = desk
    const issuer = await issuerOf(unit, row.sellerId)
    const words = letterWords[language]
    const { title, subject, paragraphs } = words.letters[kind]({ ...this.#facts(desk, row, issuer), ...more })
    const document: PaperDocument = {
      ...this.#sheet(desk, issuer, title), subject,
      facts: [{ label: words.labels.contract, value: row.number! }, { label: words.labels.date, value: dayWords(desk.today, language) }],
      blocks: [
        ...[words.greeting(desk.tenant.name), ...paragraphs, words.closing].map(text => ({ kind: 'TEXT' as const, text })),
        { kind: 'SIGNATURES', parties: [{ party: issuer.name }] },
      ],
    }
    const text = [words.mail.greeting, ...paragraphs, words.mail.attached, `${words.mail.regards}\n${issuer.name}`].join('\n\n')
    await this.#keep(desk, row, { kind, document, mail: { subject, text: `${text}\n` }, fileName: `${title} ${row.number!}` })
  }

  async writeQuote(desk: ContractDesk, row: ContractRow, more: readonly string[]): Promise<void> {
    const { unit, tenant, today } = desk
    const [[lines], issuer] = [await loadLines(unit, [row.id]), await issuerOf(unit, row.sellerId)]
    const { paper, mail } = letterWords[tenant.language]
    const document = quotePaper({ row, lines: lines!, tenant, issuer, createdAt: unit.now, day: today })
    const { subject, text } = paper.mailQuote({ number: row.quoteNumber, validUntil: dayWords(addDays(row.validUntil!, -1), tenant.language) })
    await this.#keep(desk, row, { kind: 'QUOTE', document, mail: { subject, text: `${mail.greeting}\n\n${text}\n\n${mail.regards}\n${issuer.name}\n` }, fileName: subject }, more)
  }

  async writeContract(desk: ContractDesk, row: ContractRow): Promise<void> {
    const { unit, tenant } = desk
    const [[lines], issuer] = [await loadLines(unit, [row.id]), await issuerOf(unit, row.sellerId)]
    const { paper, mail } = letterWords[tenant.language]
    const document = contractPaper({ row, lines: lines!, tenant, issuer, createdAt: unit.now, day: desk.today, endsOn: endOfTerm(row.startsOn!, row.terms, 1) })
    const { subject, text } = paper.mailContract({ number: row.number!, startsOn: dayWords(row.startsOn!, tenant.language) })
    await this.#keep(desk, row, { kind: 'CONTRACT', document, mail: { subject, text: `${mail.greeting}\n\n${text}\n\n${mail.regards}\n${issuer.name}\n` }, fileName: subject })
  }

  async #keep(desk: ContractDesk, row: ContractRow, letter: { kind: LetterKind; document: PaperDocument; mail: { subject: string; text: string }; fileName: string }, more: readonly string[] = []): Promise<void> {
    const recipients = [...await ownersOf(desk.unit, row.tenantId), ...await this.#ours(desk, row, letter.kind), ...more]
    await this.#box.write(desk.unit, { tenantId: row.tenantId, occasionId: BY_CALENDAR.includes(letter.kind) ? row.id : newId(desk.unit.now), contractId: row.id, sellerId: row.sellerId, day: desk.today, recipients, ...letter })
  }

  /** Who answers for the customer on our side; where nobody does and somebody has to decide, all operators. */
  async #ours({ unit }: ContractDesk, { accountOwnerEmail }: ContractRow, kind: LetterKind): Promise<string[]> {
    if (accountOwnerEmail) return [accountOwnerEmail]
    if (!TO_DECIDE.includes(kind) || unit.actor.kind === 'MEMBER') return []
    return (await unit.sql<{ email: string }>('letter-operators', OPERATORS)).map(({ email }) => email)
  }

  #sheet({ unit, tenant: { language, name } }: ContractDesk, issuer: Party, title: string) {
    return { language, title, createdAt: unit.now, from: issuer, to: { name, lines: [] } }
  }

  #facts({ book, tenant: { language, name } }: ContractDesk, row: ContractRow, issuer: Party): LetterFacts {
    const words = (day: string | null) => (day === null ? '' : dayWords(day, language))
    const endsOn = row.endsOn ?? row.startsOn!
    return {
      number: row.number!, customer: name, seller: issuer.name, isPublic: book.isPublic, startsOn: words(row.startsOn), endsOn: words(endsOn), lastDay: words(addDays(endsOn, -1)),
      termMonths: row.terms.termMonths, signBy: words(renewalSignedBy(book, row)), provisionalDays: row.terms.provisionalDays,
      ...row.provisionalUntil && { provisionalLastDay: words(addDays(row.provisionalUntil, -1)) },
    }
  }
}
