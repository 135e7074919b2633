import type { ShownMessage } from './customer.ts'
import type { StoredMedia } from './media-store.ts'
import type { Rendered } from './template-registry.ts'

type Body = Record<string, any>

/** What her phone shows of a request. */
export function shownOf(body: Body, { rendered, media }: { rendered?: Rendered; media: readonly StoredMedia[] }): Pick<ShownMessage, 'text' | 'buttons' | 'files' | 'options'> {
  const files = media.map(({ name, mediaType, content }) => ({ name, mediaType, size: content.length }))
  const options = rendered ? rendered.replies.map(({ title, payload }) => ({ title, id: payload, as: 'button' as const })) : optionsOf(body)
  return { text: rendered?.text ?? textOf(body), buttons: options.map(({ title }) => title), files, options }
}

/** Ids of all media that a request names. */
export function mediaIdsOf(body: Body, rendered?: Rendered): string[] {
  const header = body['interactive']?.header
  return [body[body['type']]?.id, header?.[header.type]?.id, ...rendered?.mediaIds ?? []].filter(id => typeof id === 'string')
}

function textOf({ type, ...body }: Body): string {
  switch (type) {
    case 'text': return body['text'].body
    case 'interactive': return body['interactive'].body.text
    case 'location': return [body['location'].name, body['location'].address].filter(Boolean).join('\n')
    case 'contacts': return body['contacts'].map((contact: Body) => contact['name'].formatted_name).join('\n')
    default: return body[type]?.caption ?? ''
  }
}

function optionsOf({ type, interactive }: Body): ShownMessage['options'] {
  if (type !== 'interactive') return []
  if (interactive.type === 'button') return interactive.action.buttons.map(({ reply }: Body) => ({ title: reply.title, id: reply.id, as: 'button_reply' }))
  return interactive.action.sections.flatMap(({ rows }: Body) => rows).map((row: Body) => ({ title: row['title'], description: row['description'], id: row['id'], as: 'list_reply' }))
}
