import type { RequestState } from './request-type.entity.ts'

/** Those of a request whose type has none of its own, or is not known. */
export const usualStates: readonly RequestState[] = [
  { key: 'new', name: { es: 'Recibida', en: 'Received' }, isFinal: false },
  { key: 'in-progress', name: { es: 'En proceso', en: 'In progress' }, isFinal: false },
  { key: 'waiting', name: { es: 'Espera al cliente', en: 'Waiting for the customer' }, isFinal: false },
  { key: 'done', name: { es: 'Resuelta', en: 'Done' }, isFinal: true },
  { key: 'rejected', name: { es: 'Rechazada', en: 'Rejected' }, isFinal: true },
]

/** Where a request of a type may stand. */
export const statesOf = (type: { states: readonly RequestState[] } | null | undefined): readonly RequestState[] => type?.states ?? usualStates

/** By its key; one that the type no longer has is shown by its key alone. */
export const stateNamed = (states: readonly RequestState[], key: string): RequestState =>
  states.find(state => state.key === key) ?? { key, name: { es: key, en: key }, isFinal: false }
