import type { ReadUnit } from '../../../platform/unit.ts'
import type { ChosenFrom } from '../bot/bot.ts'
import { MAX_OPTION_ID, type Menu } from '../messages/message.ts'
import { isTappedSince, lastMenus, menuAt, type ShownMenu } from './channel-message.store.ts'

/** Buttons may be pressed long after they were shown. */
const MENUS_REMEMBERED = 20
const ONE_TAP_MS = 5000

interface Said {
  text: string
  optionId?: string
  /** The message whose button it was, or that she answered, where the channel tells. */
  menuId?: string
}

export interface Chosen {
  optionId: string
  from: ChosenFrom
}

/**
 * The option that a message means, and of which menu: the one whose button was pressed, provided that it was ever offered; or the one whose
 * number or title was typed, where the channel showed the menu as numbered text.
 */
export async function optionChosen(unit: ReadUnit, identityId: string, said: Said): Promise<Chosen | null> {
  const { optionId, text, menuId } = said
  if (optionId !== undefined) return optionId.length <= MAX_OPTION_ID ? optionTapped(unit, identityId, { ...said, optionId }) : null
  if (!text || text.length > 60) return null
  const [latest] = await lastMenus(unit, identityId)
  const shown = menuId && menuId !== latest?.messageId ? await menuAt(unit, identityId, menuId) ?? latest : latest
  const typed = shown && optionTyped(shown.menu, text)
  return typed ? { optionId: typed, from: chosenFrom(shown, { isTyped: true, latest }) } : null
}

/** Where no channel tells of which menu it is: the newest that offered it in these words, else the newest that offered it. */
export async function optionTapped(unit: ReadUnit, identityId: string, { optionId, text, menuId }: Said & { optionId: string }): Promise<Chosen | null> {
  const menus = await lastMenus(unit, identityId, MENUS_REMEMBERED)
  const offers = ({ menu }: ShownMenu) => menu.options.some(({ id }) => id === optionId)
  const named = menuId ? menus.find(({ messageId }) => messageId === menuId) ?? await menuAt(unit, identityId, menuId) : undefined
  const all = named ? [named] : menus
  const shown = all.find(({ menu }) => menu.options.some(({ id, title }) => id === optionId && plain(title) === plain(text))) ?? all.find(offers)
  return shown ? { optionId, from: chosenFrom(shown, { isTyped: false, latest: menus[0] }) } : null
}

/** A finger that pressed twice, or a person who doubts that she was heard: the second tap of a button asks for nothing more. A number may be typed twice. */
export async function isTappedTwice(unit: ReadUnit, identityId: string, { optionId, chosenFrom }: { optionId: string | null; chosenFrom?: ChosenFrom }): Promise<boolean> {
  if (optionId === null || !chosenFrom || chosenFrom.isTyped) return false
  return isTappedSince(unit, identityId, { optionId, messageId: chosenFrom.messageId, since: new Date(unit.now.getTime() - ONE_TAP_MS) })
}

const chosenFrom = ({ messageId, text, menu }: ShownMenu, { isTyped, latest }: { isTyped: boolean; latest: ShownMenu | undefined }): ChosenFrom =>
  ({ messageId, text, options: menu.options, isTyped, isLatest: latest?.messageId === messageId })

/** “2”, “2.”, “2)” or the title itself, however it is written. */
export function optionTyped({ options }: Menu, text: string): string | null {
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text)?.[1]
  if (number) return options[Number(number) - 1]?.id ?? null
  return options.find(({ title }) => plain(title) === plain(text))?.id ?? null
}

const plain = (text: string) => text.normalize('NFD').replace(/[\p{M}\p{P}]/gu, '').toLowerCase().trim().replace(/\s+/g, ' ')
