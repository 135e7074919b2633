import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Context } from '../../../platform/contract/operation.ts'
import { BadInput, Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { Line, TemplateProtocol } from '../adapters/adapter.ts'
import type { ProviderTemplate, TemplateComponent } from '../adapters/outgoing.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { ChannelCheckFailed } from '../provider/provider-channel.errors.ts'
import { dropOthers, dropTemplate, keepTemplate, templateById, type TemplateRow } from './template.queries.ts'
import { fileIdsIn, fileRefusal } from './template-file.ts'
import { gapNamesIn, gapsOf, previewOf, textOf, type TemplateValues } from './template-text.ts'

export interface NewTemplate {
  channelAccountId: string
  name: string
  language: string
  category: string
  header?: string | null
  headerExample?: string | null
  body: string
  footer?: string | null
  buttons: readonly { kind: string; text: string; url?: string | null; phone?: string | null }[]
  examples: readonly string[]
}

type Caller = Pick<Context, 'actor' | 'change' | 'unit'>

/** Templates of a tenant's lines. What asks the provider does so outside of any unit. */
export class TemplateService {
  readonly #lines: Lines
  readonly #units: Pick<Units, 'tenant'>
  readonly #inbox: Pick<ChannelInbox, 'files'>

  constructor({ lines, units, inbox }: { lines: Lines; units: Pick<Units, 'tenant'>; inbox: Pick<ChannelInbox, 'files'> }) {
    this.#lines = lines
    this.#units = units
    this.#inbox = inbox
  }

  async sync(caller: Caller, channelAccountId: string): Promise<string | ChannelCheckFailed> {
    const { line, protocol } = await this.#line(caller, channelAccountId)
    const found = await asked(() => protocol.list(line))
    if (found instanceof ChannelCheckFailed) return found
    await caller.change(unit => keepAll(unit, channelAccountId, found))
    return channelAccountId
  }

  /** The same without anybody asking. Throws what the provider answers. */
  async syncBySelf(account: LineAccount, now: Date): Promise<void> {
    const { tenantId, channelAccountId, adapter } = account
    const found = await adapter.templates!.list(this.#lines.at(account, now))
    await this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => keepAll(unit, channelAccountId, found))
  }

  async create(caller: Caller, typed: NewTemplate): Promise<string | InvalidInput | ChannelCheckFailed> {
    const { line, protocol } = await this.#line(caller, typed.channelAccountId)
    const template = newTemplate(typed)
    if (template instanceof InvalidInput) return template
    const made = await asked(() => protocol.create(line, template))
    if (made instanceof ChannelCheckFailed) return made
    return caller.change(async unit => {
      const id = await keepTemplate(unit, typed.channelAccountId, { ...template, ...made })
      unit.audit({ action: 'template.created', targetType: 'message_template', targetId: id, detail: { name: template.name, language: template.language } })
      return id
    })
  }

  async delete(caller: Caller, templateId: string): Promise<string> {
    const template = await this.#template(caller.unit, templateId)
    const { line, protocol } = await this.#line(caller, template.channelAccountId)
    const refused = await asked(() => protocol.delete(line, template))
    if (refused instanceof ChannelCheckFailed) throw new BadInput('templateId', refused.message)
    await caller.change(async unit => {
      await dropTemplate(unit, templateId)
      unit.audit({ action: 'template.deleted', targetType: 'message_template', targetId: templateId, detail: { name: template.name } })
    })
    return template.channelAccountId
  }

  /** To a number of the tenant's own: in no conversation, and to nobody else's account. */
  async test(caller: Caller, { templateId, phone, values }: { templateId: string; phone: string; values: TemplateValues }) {
    const template = await this.#template(caller.unit, templateId)
    const number = parsePhoneNumberFromString(phone, 'DO')
    if (!number?.isValid()) return new InvalidInput('phone', 'Not a phone number.')
    const preview = previewOf(template.components, values)
    if (preview.problems[0]) return new InvalidInput(preview.problems[0].gap, preview.problems[0].message)
    const { line, account } = await this.#line(caller, template.channelAccountId)
    const { adapter } = account
    const files = await this.#inbox.files(account.tenantId, fileIdsIn(template.components, values))
    const refusal = fileRefusal(template.components, files, adapter.capabilities(line))
    if (refusal) return refusal
    const content = { kind: 'TEMPLATE' as const, templateId, name: template.name, language: template.language, category: template.category, values }
    const [part] = adapter.compose({
      reference: newId(), to: { externalId: number.number.slice(1), aliases: [], phone: number.number, email: null }, author: 'AGENT', text: textOf(preview),
      menu: null, content, files, passage: 'TEMPLATE',
    }, line)
    const outcome = await adapter.send(part!, files, line)
    if (outcome.kind !== 'ACCEPTED') return new ChannelCheckFailed(outcome.failure)
    await caller.change(async unit => unit.audit({ action: 'template.tested', targetType: 'message_template', targetId: templateId, detail: { name: template.name } }))
    return { externalId: outcome.externalId }
  }

  async #template(unit: ReadUnit, id: string): Promise<TemplateRow> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const template = await templateById(unit, id)
    if (!template) throw new NotFound('The template')
    return template
  }

  async #line({ actor, unit }: Caller, channelAccountId: string): Promise<{ account: LineAccount; line: Line; protocol: TemplateProtocol }> {
    if (!mayConfigureChannels(actor)) throw new Forbidden()
    const account = await this.#lines.byId(unit.tenantId, channelAccountId)
    const protocol = account?.adapter.templates
    if (!account || !protocol || account.state === 'REMOVED') throw new NotFound('The channel')
    return { account, protocol, line: this.#lines.at(account, unit.now) }
  }
}

async function keepAll(unit: Unit, channelAccountId: string, found: readonly ProviderTemplate[]): Promise<void> {
  for (const template of found) await keepTemplate(unit, channelAccountId, template)
  await dropOthers(unit, channelAccountId, found.map(template => template.externalId))
}

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | ChannelCheckFailed> {
  try {
    return await ask()
  } catch (error) {
    const { code = 'UNREACHABLE', message } = error as Error & { code?: string }
    return new ChannelCheckFailed({ code, message })
  }
}

/** Whole, by the provider's rules for the parts. */
export function newTemplate(typed: NewTemplate): Pick<ProviderTemplate, 'name' | 'language' | 'category' | 'components'> | InvalidInput {
  const [name, body, header, footer] = [typed.name.trim(), typed.body.trim(), typed.header?.trim(), typed.footer?.trim()]
  if (!/^[a-z0-9_]{1,512}$/.test(name)) return new InvalidInput('name', 'Small letters, digits and underscores.')
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(typed.language)) return new InvalidInput('language', 'Such as “es” or “es_MX”.')
  if (!body || body.length > 1024) return new InvalidInput('body', 'Between 1 and 1024 characters.')
  if (header && header.length > 60) return new InvalidInput('header', 'At most 60 characters.')
  const headerExample = headerExampleOf(header, typed.headerExample?.trim())
  if (headerExample instanceof InvalidInput) return headerExample
  if (footer && footer.length > 60) return new InvalidInput('footer', 'At most 60 characters.')
  const problem = buttonProblem(typed.buttons)
  if (problem) return problem
  const components: TemplateComponent[] = [
    ...header ? [{ type: 'HEADER' as const, format: 'TEXT' as const, text: header, ...headerExample && { examples: [headerExample] } }] : [],
    { type: 'BODY', text: body, ...typed.examples.length && { examples: typed.examples } },
    ...footer ? [{ type: 'FOOTER' as const, text: footer }] : [],
    ...typed.buttons.length ? [{ type: 'BUTTONS' as const, buttons: typed.buttons.map(buttonOf) }] : [],
  ]
  const gaps = gapsOf([{ type: 'BODY', text: body }])
  if (typed.examples.filter(Boolean).length !== gaps.length) return new InvalidInput('examples', 'One example for each gap of the body.')
  return { name, language: typed.language, category: typed.category, components }
}

/** The provider wants to see what will stand in the gap, and takes one alone. */
function headerExampleOf(header: string | undefined, example: string | undefined): string | undefined | InvalidInput {
  const gaps = gapNamesIn(header)
  if (gaps.length > 1) return new InvalidInput('header', 'At most one gap.')
  if (gaps.length === 0) return undefined
  if (!example || example.length > 60) return new InvalidInput('headerExample', 'An example for the gap of the header, of at most 60 characters.')
  return example
}

function buttonProblem(buttons: NewTemplate['buttons']): InvalidInput | undefined {
  if (buttons.length > 10) return new InvalidInput('buttons', 'At most 10 buttons.')
  const wrong = buttons.findIndex(({ text }) => !text.trim() || text.trim().length > 25)
  if (wrong >= 0) return new InvalidInput(`buttons.${wrong}.text`, 'Between 1 and 25 characters.')
  const lost = buttons.findIndex(({ kind, url, phone }) => (kind === 'URL' && !url) || (kind === 'PHONE_NUMBER' && !phone))
  return lost >= 0 ? new InvalidInput(`buttons.${lost}`, 'Say where it leads.') : undefined
}

type Button = NonNullable<TemplateComponent['buttons']>[number]

const buttonOf = ({ kind, text, url, phone }: NewTemplate['buttons'][number]): Button =>
  ({ type: kind as Button['type'], text: text.trim(), ...url && { url }, ...phone && { phone } })
