import type { Message } from '../../live/desk.ts'

type Chosen = Pick<Message, 'id' | 'author' | 'menu' | 'chosenOptionId'>

const offers = (message: Chosen, optionId: string | null) =>
  optionId !== null && message.menu?.options.some(({ id }) => id === optionId) === true

/** What the contact chose of each menu: told by the menu itself, or by what she answered to it. */
export function choices(messages: Chosen[]): Map<string, string> {
  const chosen = new Map<string, string>()
  let open: Chosen | null = null
  for (const message of messages) {
    if (open && message.author === 'CONTACT' && offers(open, message.chosenOptionId)) chosen.set(open.id, message.chosenOptionId!)
    if (message.menu) open = message
    if (message.menu && offers(message, message.chosenOptionId)) chosen.set(message.id, message.chosenOptionId!)
  }
  return chosen
}
