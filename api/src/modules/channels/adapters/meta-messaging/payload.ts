import type { OutgoingMenu, OutgoingMessage } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { messageOfReference } from '../reference.ts'
import { limit } from './messaging-limits.ts'

/** Meta tells what was tapped, and not where: what a button carries says of which message of ours it is, too. */
const PAYLOAD = /^(.*)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/s

/** A menu whose options are named by what their buttons carry. */
export function carried(menu: OutgoingMenu | null, { reference }: Pick<OutgoingMessage, 'reference'>, profile: ChannelProfile): OutgoingMenu | null {
  const named = (id: string) => `${id}|${messageOfReference(reference)}`
  const mayBeNamed = (id: string) => id.trim() !== '' && PAYLOAD.test(named(id)) && named(id).length <= limit(profile, 'payloadMax')
  return menu && { ...menu, options: menu.options.map(option => (mayBeNamed(option.id) ? { ...option, id: named(option.id) } : option)) }
}

/** What was tapped, of a button that we made. */
export function tappedOf(payload: string | undefined): { optionId?: string; menuOf?: string } {
  if (!payload) return {}
  const [, optionId, menuOf] = PAYLOAD.exec(payload) ?? []
  return optionId && menuOf ? { optionId, menuOf } : { optionId: payload }
}
