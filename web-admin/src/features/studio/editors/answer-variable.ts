import type { Answer, AnswerType, VariableType } from '@botpro/graphql/flows'
import { changeStep } from '../document/commands.ts'
import { freeName, stepById, type Change } from '../document/flow-document.ts'
import { keepersOf, renameVariable, usesOf } from '../document/variables.ts'

const VARIABLES: Partial<Record<AnswerType, VariableType>> = { NUMBER: 'NUMBER', MONEY: 'MONEY', DATE: 'DATE', TIME: 'TIME', YES_NO: 'YES_NO', FILE: 'FILE', LOCATION: 'LOCATION' }
/** The type of the variable that keeps an answer. */
export const variableTypeOf = (type: AnswerType): VariableType => VARIABLES[type] ?? 'TEXT'

const PERSONAL: ReadonlySet<AnswerType> = new Set(['CEDULA', 'RNC', 'DOCUMENT', 'PHONE', 'EMAIL', 'LOCATION'])

/** What the studio calls answers by itself, each after what is asked for. */
export type AnswerNames = Readonly<Record<AnswerType, string>>
const isGiven = (name: string, names: AnswerNames) => Object.values(names).includes(name.replace(/_\d+$/, ''))

/** Another answer is expected. The variable that nothing else fills goes along, and so does its name where nobody gave it one. */
export const expectAnswer = (id: string, answer: Answer, names: AnswerNames): Change => flow => {
  const expecting = changeStep<'ASK'>(id, { answer })(flow)
  const step = stepById(flow, id)
  if (step?.kind !== 'ASK' || step.answer.type === answer.type || keepersOf(flow, step.saveAs).length > 1) return expecting
  const from = step.saveAs
  const type = variableTypeOf(answer.type)
  const personal = PERSONAL.has(answer.type) || undefined
  const typed = { ...expecting, variables: expecting.variables.map(variable => (variable.name === from ? fitting({ ...variable, type }, isGiven(from, names) ? personal : variable.personal) : variable)) }
  if (!isGiven(from, names)) return typed
  const others = typed.variables.map(({ name }) => name).filter(name => name !== from)
  return renameVariable(from, freeName(names[answer.type], others))(typed)
}

function fitting<Kept extends { initial?: unknown; personal?: boolean | undefined }>({ initial: _, personal: __, ...variable }: Kept, personal: boolean | undefined) {
  return personal ? { ...variable, personal } : variable
}

/** Kept in another variable from now on; one whose name the studio gave goes if nothing names it any more. */
export const keepAnswerIn = (id: string, saveAs: string, names: AnswerNames): Change => flow => {
  const step = stepById(flow, id)
  const kept = changeStep<'ASK'>(id, { saveAs })(flow)
  if (step?.kind !== 'ASK' || step.saveAs === saveAs || !isGiven(step.saveAs, names) || usesOf(kept, step.saveAs).length) return kept
  return { ...kept, variables: kept.variables.filter(({ name }) => name !== step.saveAs) }
}
