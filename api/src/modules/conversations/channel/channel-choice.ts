import type { ReadUnit } from '../../../platform/unit.ts'
import type { MessageReceived } from '../../channels/index.ts'
import { lastMenus } from './channel-message.store.ts'
import { MAX_OPTION_ID, type Menu } from '../messages/message.ts'

/** Buttons may be pressed long after they were shown. */
const MENUS_REMEMBERED = 20

/**
 * The option that a message means: the one whose button was pressed, provided that it was ever offered; or the one whose
 * number or title was typed, where the channel showed the menu as numbered text.
 */
export async function optionChosen(unit: ReadUnit, identityId: string, { optionId, text }: Pick<MessageReceived, 'optionId' | 'text'>): Promise<string | null> {
  if (optionId !== undefined) {
    const menus = await lastMenus(unit, identityId, MENUS_REMEMBERED)
    return optionId.length <= MAX_OPTION_ID && menus.some(menu => menu.options.some(option => option.id === optionId)) ? optionId : null
  }
  if (!text || text.length > 60) return null
  const [menu] = await lastMenus(unit, identityId)
  return menu ? optionTyped(menu, text) : null
}

/** “2”, “2.”, “2)” or the title itself, however it is written. */
export function optionTyped({ options }: Menu, text: string): string | null {
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1]
  if (number) return options[Number(number) - 1]?.id ?? null
  return options.find(({ title }) => plain(title) === plain(text))?.id ?? null
}

const plain = (text: string) => text.normalize('NFD').replace(/[\p{M}\p{P}]/gu, '').toLowerCase().trim().replace(/\s+/g, ' ')
