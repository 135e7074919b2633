/** One call of ours, as it is named to the provider: what comes back under that name is about it alone. */
export interface Reference {
  messageId: string
  /** How often somebody had asked for the message again. */
  round: number
  /** Which part of the message, from 0. */
  part: number
}

export const referenceOf = ({ messageId, round, part }: Reference): string => `${messageId}.${round}.${part}`

/** The message's id stands first; where a channel gives back no more than that, it is all of it. */
export const messageOfReference = (reference: string): string => reference.split('.', 1)[0]!

export const namesPart = (reference: string): boolean => reference.includes('.')
