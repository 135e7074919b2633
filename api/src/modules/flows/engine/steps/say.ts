import type { Saying } from '@botpro/graphql/flows'
import type { Moving } from '../moving.ts'
import { exit, type StepHandler } from '../step-handler.ts'

export const say: StepHandler<'SAY'> = {
  enter(moving, { messages }) {
    for (const message of messages) sayOne(moving, message)
    return exit('done')
  },
}

function sayOne(moving: Moving, saying: Saying): void {
  switch (saying.kind) {
    case 'TEXT': return moving.say(moving.speech(saying))
    case 'MEDIA': {
      const { type, fileId, fileName, caption } = saying
      const url = moving.template(saying.url)
      return moving.say(moving.text(caption), { media: { type, ...fileId && { fileId }, ...url && { url }, ...fileName && { fileName } } })
    }
    case 'CARD': {
      const [title, subtitle, imageUrl, url, urlTitle] = [
        moving.text(saying.title), moving.text(saying.subtitle), moving.template(saying.imageUrl), moving.template(saying.url), moving.text(saying.urlTitle),
      ]
      return moving.say('', { content: { kind: 'CARD', title, ...subtitle && { subtitle }, ...imageUrl && { imageUrl }, ...url && { url }, ...urlTitle && { urlTitle } } })
    }
    case 'LOCATION': {
      const { latitude, longitude } = saying
      const [name, address] = [moving.text(saying.name), moving.text(saying.address)]
      return moving.say('', { content: { kind: 'LOCATION', latitude, longitude, ...name && { name }, ...address && { address } } })
    }
  }
}
