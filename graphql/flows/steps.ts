import { z } from 'zod'
import { ChannelKind, Condition, Id, Json, Key, LocalMedia, LocalText, Name, Path, Template, Value, VariableName } from './values.ts'

/** What every step has. `next` names the step behind each exit; an exit without one ends the flow. */
const base = {
  id: Id,
  /** What people call it on the canvas. */
  name: z.string().max(120).optional(),
  /** For colleagues; nobody else sees it. */
  note: z.string().max(1000).optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  next: z.record(Id, Id),
}

const step = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ ...base, kind: z.literal(kind), ...shape })

/** One text, and others for the channels that need one. */
const Speech = z.strictObject({
  text: LocalText,
  variants: z.array(z.strictObject({ channels: z.array(ChannelKind).min(1), text: LocalText })).max(8).optional(),
})

export const MediaType = z.enum(['IMAGE', 'VIDEO', 'AUDIO', 'FILE'])

/** A button of a card. It leads where a trigger of the kind OPTION waits for its id, however much later it is tapped. */
const CardButton = z.strictObject({ id: Id, title: LocalText })

const Saying = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('TEXT'), ...Speech.shape }),
  z.strictObject({ kind: z.literal('MEDIA'), type: MediaType, source: LocalMedia, caption: LocalText.optional() }),
  z.strictObject({
    kind: z.literal('CARD'), title: LocalText, subtitle: LocalText.optional(), image: LocalMedia.optional(),
    url: Template.optional(), urlTitle: LocalText.optional(), buttons: z.array(CardButton).max(3).optional(),
  }),
  z.strictObject({
    kind: z.literal('LOCATION'), latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180),
    name: LocalText.optional(), address: LocalText.optional(),
  }),
])

/** Exit `done`. */
export const SayStep = step('SAY', { messages: z.array(Saying).min(1).max(10) })

const MenuOption = z.strictObject({ id: Id, title: LocalText, description: LocalText.optional(), words: z.array(z.string().max(80)).max(20).optional() })

/** How often somebody is asked again, and what she is told meanwhile. */
const patience = {
  /** How many answers that cannot be taken she may give before the last exit; 2 when left out. */
  retries: z.int().min(0).max(9).optional(),
  notUnderstood: LocalText.optional(),
  /** Said when she asks for help here. */
  help: LocalText.optional(),
}

/** Exits: one by the id of each option, `chosen` for what a list offers, `failed` when she chose nothing. */
export const MenuStep = step('MENU', {
  ...Speech.shape, ...patience,
  style: z.enum(['BUTTONS', 'LIST']),
  options: z.array(MenuOption).max(24),
  /** One option for each item of a list; templates see `item` and `number`, from 1. */
  items: z.strictObject({ list: Path, title: LocalText, description: LocalText.optional(), most: z.int().min(1).max(24).optional() }).optional(),
  /** Gets the item that was chosen, or the id of the option. */
  saveAs: VariableName.optional(),
})

const Answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('TEXT'), minLength: z.int().min(0).max(4096).optional(), maxLength: z.int().min(1).max(4096).optional() }),
  z.strictObject({ type: z.literal('NUMBER'), min: z.number().optional(), max: z.number().optional(), whole: z.boolean().optional() }),
  z.strictObject({ type: z.literal('MONEY'), currency: z.string().regex(/^[A-Z]{3}$/), min: z.string().optional(), max: z.string().optional() }),
  z.strictObject({ type: z.literal('DATE'), from: z.enum(['TODAY', 'TOMORROW', 'ANY']).optional(), until: z.enum(['TODAY', 'ANY']).optional() }),
  z.strictObject({ type: z.literal('TIME') }),
  z.strictObject({ type: z.literal('EMAIL') }),
  z.strictObject({ type: z.literal('PHONE') }),
  /** With their check digits. `DOCUMENT` takes either. */
  z.strictObject({ type: z.literal('CEDULA') }),
  z.strictObject({ type: z.literal('RNC') }),
  z.strictObject({ type: z.literal('DOCUMENT') }),
  z.strictObject({ type: z.literal('YES_NO') }),
  z.strictObject({ type: z.literal('CHOICE'), options: z.array(MenuOption).min(1).max(24), style: z.enum(['BUTTONS', 'LIST']).optional() }),
  z.strictObject({ type: z.literal('FILE'), accept: z.enum(['ANY', 'IMAGE', 'DOCUMENT']).optional() }),
  z.strictObject({ type: z.literal('LOCATION') }),
  /** One of ELENA's entities: her words become its value. */
  z.strictObject({ type: z.literal('ENTITY'), entity: z.string().min(1).max(60) }),
])

/** Exits: `answered`; `failed` after too many answers that could not be taken. */
export const AskStep = step('ASK', {
  ...Speech.shape, ...patience, answer: Answer, saveAs: VariableName,
  /** Not asked where it is known already, or where the message that began the flow said it. */
  skipIfKnown: z.boolean().optional(),
})

/** Exits: one by the id of each rule, the first that holds; `otherwise`. */
export const BranchStep = step('BRANCH', {
  rules: z.array(z.strictObject({ id: Id, name: z.string().max(120).optional(), when: Condition })).min(1).max(20),
})

/** Exit `done`. `to` is a variable, or `contact.…` for what is to be remembered of her. */
export const SetStep = step('SET', { assignments: z.array(z.strictObject({ to: Path, value: Value })).min(1).max(20) })

const Inputs = z.record(z.string().max(60), Value)
const Save = z.array(z.strictObject({ from: Path, to: VariableName })).max(20)

/** Exits: `done`; `failed`, with `error.code`, `error.status` and `error.message`. Where `saveAs` is given it gets the whole answer. */
export const CallStep = step('CALL', { connector: Key, operation: Key, input: Inputs, save: Save.optional(), saveAs: VariableName.optional(), waitText: LocalText.optional() })

/** Exits: `found`, `missing`. */
export const LookUpStep = step('LOOK_UP', { table: Key, where: z.record(z.string().max(60), Value), saveAs: VariableName })

/**
 * Exits: `verified`, `failed`. That she proved who she is holds for `lasts` minutes: `contact.verified`, and the variable of `saveAs`, which
 * is true as long and then has its first value again.
 */
export const VerifyStep = step('VERIFY', {
  method: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('CODE'), via: z.enum(['SMS', 'EMAIL', 'WHATSAPP']), to: Value, minutes: z.int().min(1).max(30).optional() }),
    z.strictObject({ kind: z.literal('KNOWN_DATA'), questions: z.array(z.strictObject({ id: Id, text: LocalText, expected: Value })).min(1).max(5) }),
  ]),
  attempts: z.int().min(1).max(5).optional(),
  lasts: z.int().min(1).max(1440).optional(), saveAs: VariableName.optional(),
  text: LocalText.optional(), notUnderstood: LocalText.optional(),
})

/** Exits: `answered`, `unanswered`. The question is her last message where it is left out. */
export const AnswerStep = step('ANSWER', { question: Value.optional(), saveAs: VariableName.optional() })

/** Exits: `done`; `failed` where the other flow ended badly. */
export const SubFlowStep = step('SUB_FLOW', {
  flow: Key, parameters: z.record(VariableName, Value), results: z.array(z.strictObject({ from: VariableName, to: VariableName })).max(20),
})

/** No exits: the run goes on at a step of this flow, or at the beginning of another. */
export const JumpStep = step('JUMP', { step: Id.optional(), flow: Key.optional(), parameters: z.record(VariableName, Value).optional() })

/** Exits: `elapsed`; `happened` where an event is waited for; `written` when she writes meanwhile, where it leads somewhere. */
export const WaitStep = step('WAIT', {
  minutes: z.int().min(1).max(60 * 24 * 30).optional(), until: Path.optional(), event: Key.optional(), saveAs: VariableName.optional(),
})

export const Priority = z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT'])

/**
 * Exit `returned`: where it goes on when an agent gives the conversation back. While nobody works `outOfHoursText` is said; where it
 * is left out, `text` and after it the bot's own words for that.
 */
export const HandOffStep = step('HAND_OFF', { text: LocalText.optional(), outOfHoursText: LocalText.optional(), queue: Name.optional(), priority: Priority.optional(), summary: LocalText.optional() })

/** Exits: `done`, with the number of the request in `saveAs`; `failed`. */
export const RequestStep = step('REQUEST', {
  type: Key, title: LocalText, fields: z.record(VariableName, Value), priority: Priority.optional(), saveAs: VariableName.optional(),
})

/** Exits: `done`; `skipped` when she does not want to. `saveAs` gets what she answered, by the ids of the questions; null of those that she did not. */
export const SurveyStep = step('SURVEY', {
  survey: Key, intro: LocalText.optional(), thanks: LocalText.optional(), saveAs: VariableName.optional(),
  questions: z.array(z.strictObject({
    id: Id, text: LocalText, type: z.enum(['CSAT', 'NPS', 'CHOICE', 'TEXT']), options: z.array(MenuOption).max(10).optional(),
  })).min(1).max(10),
})

/** Exit `done`. Tags are of the conversation. */
export const TagStep = step('TAG', { add: z.array(Name).max(10), remove: z.array(Name).max(10) })

/**
 * Exits: `done`, `failed` (`error.code` NOTHING_FREE, TAKEN, TOO_LATE, UNKNOWN).
 * FIND saves a list of free times, MINE a list of hers, BOOK, MOVE and CANCEL the appointment. `remarks` are for whoever receives her.
 */
export const AppointmentStep = step('APPOINTMENT', {
  action: z.enum(['FIND', 'BOOK', 'MOVE', 'CANCEL', 'MINE']),
  service: Value.optional(), resource: Value.optional(), slot: Value.optional(), appointment: Value.optional(),
  from: Value.optional(), most: z.int().min(1).max(24).optional(), remarks: Value.optional(), saveAs: VariableName.optional(),
})

/** Exits: `paid`, `failed`, `expired`. The link is sent with the text, as `payment.url`. */
export const PaymentStep = step('PAYMENT', {
  amount: Value, reference: Value, description: LocalText, text: LocalText, minutes: z.int().min(1).max(60 * 24 * 7).optional(), saveAs: VariableName.optional(),
})

/** No exits. `outcome` is what the figures call it. */
export const EndStep = step('END', { outcome: z.string().max(60).optional(), failed: z.boolean().optional(), closes: z.boolean().optional() })

export const Step = z.discriminatedUnion('kind', [
  SayStep, MenuStep, AskStep, BranchStep, SetStep, CallStep, LookUpStep, VerifyStep, AnswerStep, SubFlowStep, JumpStep, WaitStep,
  HandOffStep, RequestStep, SurveyStep, TagStep, AppointmentStep, PaymentStep, EndStep,
])

export type Step = z.infer<typeof Step>
export type StepKind = Step['kind']
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>
export type Saying = z.infer<typeof Saying>
export type MediaType = z.infer<typeof MediaType>
export type Speech = z.infer<typeof Speech>
export type Answer = z.infer<typeof Answer>
export type AnswerType = Answer['type']
export type MenuOption = z.infer<typeof MenuOption>
export type Priority = z.infer<typeof Priority>
export type { Json }
