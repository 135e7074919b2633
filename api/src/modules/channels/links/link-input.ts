import { InvalidInput } from '../../../platform/refusal.ts'
import type { ChannelKind } from '../channel-kind.ts'
import type { LinkDetails } from './link.entity.ts'
import { isOwnPage, webTarget } from './web-target.ts'

export interface TypedLink {
  name: string
  text?: string | null
  page?: string | null
}

/** The account that the link leads to, as far as what is typed depends on it. */
export interface LinkedAccount {
  kind: ChannelKind
  allowedOrigins: readonly string[]
}

const MOST = { name: 80, text: 300, page: 500 }
// Controls, and marks that turn the direction of writing: letters joined to one sign by others stay whole.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu
const tidy = (typed: string | null | undefined) => (typed ?? '').toWellFormed().replace(UNSEEN, ' ').trim()

/** What an administrator sent, brought to its stored form, or the first thing that is wrong with it. */
export function linkDetails(typed: TypedLink, account: LinkedAccount): LinkDetails | InvalidInput {
  const [name, text, page] = [tidy(typed.name), tidy(typed.text), tidy(typed.page)]
  if (!name || name.length > MOST.name) return new InvalidInput('name', `Between 1 and ${MOST.name} characters.`)
  if (account.kind === 'APP') return new InvalidInput('channelAccountId', 'Nothing leads into an application.')
  if (account.kind !== 'WEB') return textOnly({ name, text, page })
  if (text) return new InvalidInput('text', 'A chat on a page has no words of the customer’s to begin with.')
  if (!page) return webTarget(null, account.allowedOrigins, '') ? { name, text: null, page: null } : new InvalidInput('page', 'None of the allowed origins is one page: say which.')
  if (page.length > MOST.page || !isOwnPage(page, account.allowedOrigins)) return new InvalidInput('page', 'Not a page of the allowed origins.')
  return { name, text: null, page: new URL(page).href }
}

function textOnly({ name, text, page }: { name: string; text: string; page: string }): LinkDetails | InvalidInput {
  if (page) return new InvalidInput('page', 'Only links to chats on web sites lead to a page.')
  if (text.length > MOST.text) return new InvalidInput('text', `At most ${MOST.text} characters.`)
  return { name, text: text || null, page: null }
}
