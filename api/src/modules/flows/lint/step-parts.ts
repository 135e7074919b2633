import type { Condition, LocalMedia, LocalText, Speech, Step, StepKind, StepOf, Value } from '@botpro/graphql/flows'

/** Something in a step that is said, or names something. */
export type Part =
  | { kind: 'TEXT'; field: string; text: LocalText; mayBeEmpty: boolean; more: readonly string[] }
  | { kind: 'TEMPLATE'; field: string; template: string; more: readonly string[] }
  | { kind: 'PATH'; field: string; path: string }
  | { kind: 'CONDITION'; field: string; condition: Condition }

type Parts<Kind extends StepKind> = (step: StepOf<Kind>) => Part[]

const text = (field: string, given: LocalText | undefined, mayBeEmpty = true, more: readonly string[] = []): Part[] =>
  (given ? [{ kind: 'TEXT', field, text: given, mayBeEmpty, more }] : [])

const needed = (field: string, given: LocalText, more?: readonly string[]) => text(field, given, false, more)

const template = (field: string, given: string | undefined): Part[] => (given ? [{ kind: 'TEMPLATE', field, template: given, more: [] }] : [])

function value(field: string, given: Value | undefined): Part[] {
  if (!given || 'literal' in given) return []
  return 'path' in given ? [{ kind: 'PATH', field, path: given.path }] : template(field, given.template)
}

const values = (field: string, given: Record<string, Value> = {}): Part[] =>
  Object.entries(given).flatMap(([name, one]) => value(`${field}.${name}`, one))

const speech = (field: string, { text: own, variants = [] }: Speech, mayBeEmpty = false): Part[] => [
  ...text(`${field}text`, own, mayBeEmpty),
  ...variants.flatMap((variant, index) => needed(`${field}variants.${index}.text`, variant.text)),
]

interface Option { title: LocalText; description?: LocalText | undefined }

const options = (field: string, given: readonly Option[] = []): Part[] => given.flatMap(({ title, description }, index) => [
  ...needed(`${field}.${index}.title`, title), ...text(`${field}.${index}.description`, description),
])

const patience = ({ notUnderstood, help }: { notUnderstood?: LocalText | undefined; help?: LocalText | undefined }): Part[] =>
  [...text('notUnderstood', notUnderstood), ...text('help', help)]

const ITEM = ['item', 'number']
const PAYMENT = ['payment']

const parts: { [Kind in StepKind]: Parts<Kind> } = {
  SAY: ({ messages }) => messages.flatMap((message, index) => saying(`messages.${index}.`, message)),
  MENU: step => [
    ...speech('', step), ...patience(step), ...options('options', step.options),
    ...(step.items ? [{ kind: 'PATH' as const, field: 'items.list', path: step.items.list }, ...needed('items.title', step.items.title, ITEM), ...text('items.description', step.items.description, true, ITEM)] : []),
  ],
  ASK: step => [...speech('', step), ...patience(step), ...(step.answer.type === 'CHOICE' ? options('answer.options', step.answer.options) : [])],
  BRANCH: ({ rules }) => rules.map(({ when }, index) => ({ kind: 'CONDITION', field: `rules.${index}.when`, condition: when })),
  SET: ({ assignments }) => assignments.flatMap((one, index) => value(`assignments.${index}.value`, one.value)),
  CALL: ({ input, waitText }) => [...values('input', input), ...text('waitText', waitText)],
  LOOK_UP: ({ where }) => values('where', where),
  VERIFY: ({ method, text: own, notUnderstood }) => [
    ...text('text', own), ...text('notUnderstood', notUnderstood),
    ...(method.kind === 'CODE' ? value('method.to', method.to) : method.questions.flatMap((question, index) => [
      ...needed(`method.questions.${index}.text`, question.text), ...value(`method.questions.${index}.expected`, question.expected),
    ])),
  ],
  ANSWER: ({ question }) => value('question', question),
  SUB_FLOW: ({ parameters }) => values('parameters', parameters),
  JUMP: ({ parameters }) => values('parameters', parameters),
  WAIT: ({ until }) => (until ? [{ kind: 'PATH', field: 'until', path: until }] : []),
  HAND_OFF: ({ text: own, outOfHoursText, summary }) => [...text('text', own), ...text('outOfHoursText', outOfHoursText), ...text('summary', summary)],
  REQUEST: ({ title, fields }) => [...needed('title', title), ...values('fields', fields)],
  SURVEY: ({ intro, thanks, questions }) => [
    ...text('intro', intro), ...text('thanks', thanks),
    ...questions.flatMap((question, index) => [...needed(`questions.${index}.text`, question.text), ...options(`questions.${index}.options`, question.options)]),
  ],
  TAG: () => [],
  APPOINTMENT: step => (['service', 'resource', 'slot', 'appointment', 'from', 'remarks'] as const).flatMap(name => value(name, step[name])),
  PAYMENT: step => [
    ...value('amount', step.amount), ...value('reference', step.reference), ...needed('description', step.description), ...text('text', step.text, true, PAYMENT),
  ],
  END: () => [],
}

type Message = StepOf<'SAY'>['messages'][number]

const media = (field: string, given: LocalMedia = {}): Part[] =>
  Object.entries(given).flatMap(([language, source]) => (source && 'url' in source ? template(`${field}.${language}.url`, source.url) : []))

function saying(field: string, message: Message): Part[] {
  switch (message.kind) {
    case 'TEXT': return speech(field, message)
    case 'MEDIA': return [...media(`${field}source`, message.source), ...text(`${field}caption`, message.caption)]
    case 'CARD': return [
      ...needed(`${field}title`, message.title), ...text(`${field}subtitle`, message.subtitle), ...media(`${field}image`, message.image),
      ...template(`${field}url`, message.url), ...text(`${field}urlTitle`, message.urlTitle), ...options(`${field}buttons`, message.buttons),
    ]
    case 'LOCATION': return [...text(`${field}name`, message.name), ...text(`${field}address`, message.address)]
  }
}

/** Everything in a step that is said or names something, in the order in which people see it. */
export const partsOf = (step: Step): Part[] => (parts[step.kind] as (step: Step) => Part[])(step)
