import { z } from 'zod'

/** The name of a flow, a connector, a table: known to people, stable across versions, files and tenants. */
export const Key = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/).describe('Small letters, digits, `-` and `_`, beginning with a letter.')

/** Of a step, an option, a rule: unique where it stands. `menu`, `person` and `unhelpful` are the bot’s own buttons. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

export const Name = z.string().trim().min(1).max(120)

export const Language = z.enum(['ES', 'EN'])

export const ChannelKind = z.enum(['WEB', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'TELEGRAM', 'SMS', 'EMAIL', 'APP'])

/** A Liquid template: `{{ balance | money }}`. What it names is a variable of the flow or one of the fixed names. */
export const Template = z.string().max(4096)

/** The same text in each language of the bot; a language may be missing while it is drafted. */
export const LocalText = z.strictObject({ ES: Template.optional(), EN: Template.optional() })

export const LocalWords = z.strictObject({
  ES: z.array(z.string().trim().min(1).max(80)).max(100).optional(),
  EN: z.array(z.string().trim().min(1).max(80)).max(100).optional(),
})

/**
 * A file that was uploaded for the company's bots, or an https address that anybody can open. A bot's file names the first by its id
 * alone: elsewhere it has to be uploaded anew, and `name` says which it was.
 */
export const MediaSource = z.union([
  z.strictObject({ fileId: z.uuid(), name: Name }),
  z.strictObject({ url: Template, name: Name.optional() }),
])

/** The same in each language of the bot; what a language has none for is taken from another. */
export const LocalMedia = z.strictObject({ ES: MediaSource.optional(), EN: MediaSource.optional() })

/** Where a value stands: `cedula`, `account.balance`, `items[0].name`, `contact.phone`. Never code. */
export const Path = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*|\[\d{1,4}\])*$/).max(200)

export const VariableName = z.string().regex(/^[a-z][A-Za-z0-9_]{0,59}$/)

/** Anything that JSON can say. Money is `{ "amount": "12.50", "currency": "DOP" }`, never a fraction in binary. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>

/** A value that is given as it is, taken from a place, or written by a template. */
export const Value = z.union([
  z.strictObject({ literal: Json }),
  z.strictObject({ path: Path }),
  z.strictObject({ template: Template }),
])

export const Operator = z.enum([
  'EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'IS_ONE_OF', 'IS_NOT_ONE_OF',
  'GREATER', 'AT_LEAST', 'LESS', 'AT_MOST', 'IS_SET', 'IS_NOT_SET', 'IS_TRUE', 'IS_FALSE',
])

const Comparison = z.strictObject({
  left: Path,
  operator: Operator,
  /** Left out where the operator needs none. */
  right: z.union([z.strictObject({ literal: Json }), z.strictObject({ path: Path })]).optional(),
})

/** A condition is data: comparisons, and groups of which all, any or none must hold. Groups nest four deep at most. */
export type Condition =
  | z.infer<typeof Comparison>
  | { all: Condition[] }
  | { any: Condition[] }
  | { none: Condition[] }
export const Condition: z.ZodType<Condition> = z.lazy(() => z.union([
  Comparison,
  z.strictObject({ all: z.array(Condition).min(1).max(20) }),
  z.strictObject({ any: z.array(Condition).min(1).max(20) }),
  z.strictObject({ none: z.array(Condition).min(1).max(20) }),
]))

export type Key = z.infer<typeof Key>
export type Language = z.infer<typeof Language>
export type ChannelKind = z.infer<typeof ChannelKind>
export type LocalText = z.infer<typeof LocalText>
export type MediaSource = z.infer<typeof MediaSource>
export type LocalMedia = z.infer<typeof LocalMedia>
export type LocalWords = z.infer<typeof LocalWords>
export type Value = z.infer<typeof Value>
export type Operator = z.infer<typeof Operator>
export type Comparison = z.infer<typeof Comparison>
