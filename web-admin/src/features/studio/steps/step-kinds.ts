import type { StepKind } from '@botpro/graphql/flows'

export type StepGroup = 'TALK' | 'LOGIC' | 'SYSTEMS' | 'PEOPLE'
interface KindLook { icon: string; group: StepGroup }

/** In the order in which the palette shows them. */
export const KINDS: Record<StepKind, KindLook> = {
  SAY: { icon: 'i-lucide-message-square-text', group: 'TALK' },
  MENU: { icon: 'i-lucide-list', group: 'TALK' },
  ASK: { icon: 'i-lucide-message-circle-question', group: 'TALK' },
  ANSWER: { icon: 'i-lucide-book-open-text', group: 'TALK' },
  SURVEY: { icon: 'i-lucide-star', group: 'TALK' },
  BRANCH: { icon: 'i-lucide-split', group: 'LOGIC' },
  SET: { icon: 'i-lucide-variable', group: 'LOGIC' },
  SUB_FLOW: { icon: 'i-lucide-workflow', group: 'LOGIC' },
  JUMP: { icon: 'i-lucide-corner-up-right', group: 'LOGIC' },
  WAIT: { icon: 'i-lucide-timer', group: 'LOGIC' },
  END: { icon: 'i-lucide-flag', group: 'LOGIC' },
  CALL: { icon: 'i-lucide-plug', group: 'SYSTEMS' },
  LOOK_UP: { icon: 'i-lucide-table', group: 'SYSTEMS' },
  VERIFY: { icon: 'i-lucide-shield-check', group: 'SYSTEMS' },
  APPOINTMENT: { icon: 'i-lucide-calendar-check', group: 'SYSTEMS' },
  PAYMENT: { icon: 'i-lucide-credit-card', group: 'SYSTEMS' },
  HAND_OFF: { icon: 'i-lucide-headset', group: 'PEOPLE' },
  REQUEST: { icon: 'i-lucide-clipboard-list', group: 'PEOPLE' },
  TAG: { icon: 'i-lucide-tag', group: 'PEOPLE' },
}

export const STEP_KINDS = Object.keys(KINDS) as StepKind[]
export const STEP_GROUPS: StepGroup[] = ['TALK', 'LOGIC', 'SYSTEMS', 'PEOPLE']

/** Soft ground and its sign, the same in both schemes' terms. */
export const GROUP_CLASSES: Record<StepGroup, string> = {
  TALK: 'bg-indigo-100 text-indigo-700 dark:bg-indigo-500/20 dark:text-indigo-300',
  LOGIC: 'bg-amber-100 text-amber-800 dark:bg-amber-500/20 dark:text-amber-300',
  SYSTEMS: 'bg-teal-100 text-teal-800 dark:bg-teal-500/20 dark:text-teal-300',
  PEOPLE: 'bg-rose-100 text-rose-700 dark:bg-rose-500/20 dark:text-rose-300',
}
