import type { MenuOption } from '@botpro/graphql/flows'
import { freeName } from '../document/flow-document.ts'
import { idFrom } from '../document/names.ts'

/** The bot’s own buttons. */
const TAKEN = ['menu', 'person', 'unhelpful']

/** The id that an option gets from its title, as long as it has none of its own. */
export function idForTitle({ id }: MenuOption, ids: readonly string[], title: string): string | undefined {
  const wanted = idFrom(title)
  if (!wanted || !/^(option|question|rule)_\d+(_\d+)?$/.test(id)) return undefined
  return freeName(wanted, [...ids.filter(one => one !== id), ...TAKEN])
}
