import type { Json, Variable, VariableType } from '@botpro/graphql/flows'

type More = Partial<Omit<Variable, 'name' | 'type' | 'scope'>> & { initial?: Json }

/** Gone when the flow ends. */
export const own = (name: string, type: VariableType, more: More = {}): Variable => ({ name, type, scope: 'FLOW', ...more })

/** The same for every flow that declares it, until the conversation is closed. */
export const shared = (name: string, type: VariableType, more: More = {}): Variable => ({ name, type, scope: 'CONVERSATION', ...more })

export const texts = (...names: string[]): Variable[] => names.map(name => own(name, 'TEXT'))
