import type { Json, MenuOption } from '@botpro/graphql/flows'
import type { Moving } from '../moving.ts'
import type { RunSpeech } from '../turn.ts'

type Menu = NonNullable<RunSpeech['menu']>

const STYLES = { BUTTONS: 'QUICK_REPLIES', LIST: 'MENU' } as const

/** Options as a channel gets them: in her language, their templates filled. */
export function menuOf(moving: Moving, options: readonly MenuOption[], style: keyof typeof STYLES = 'BUTTONS'): Menu {
  return {
    style: STYLES[style],
    options: options.map(({ id, title, description }) => ({ id, title: moving.text(title), description: moving.text(description) || null })),
  }
}

export const plainMenu = (options: readonly { id: string; title: string }[]): Menu =>
  ({ style: 'QUICK_REPLIES', options: options.map(option => ({ ...option, description: null })) })

/** Filled in for her, as options that an answer can be taken from. */
export const spoken = (moving: Moving, options: readonly MenuOption[]): MenuOption[] =>
  options.map(option => ({ ...option, title: { [moving.facts.language]: moving.text(option.title) } }))

/** How often she has been asked in vain at this step. */
export function triedAgain(moving: Moving): number {
  const tries = Number(moving.frame.progress.tries ?? 0) + 1
  moving.frame.progress.tries = tries
  return tries
}

export const listOf = (value: Json): Json[] => (Array.isArray(value) ? value : [])
