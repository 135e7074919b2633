import type { LocalMedia, MediaSource, MediaType, Saying, StepOf } from '@botpro/graphql/flows'
import { fileNameIn, isHttps } from '../../values/web-address.ts'
import type { Moving } from '../moving.ts'
import type { RunMedia } from '../turn.ts'
import { exit, type StepHandler } from '../step-handler.ts'
import { plainMenu } from './options.ts'

export const say: StepHandler<'SAY'> = {
  enter(moving, { messages }) {
    for (const message of messages) sayOne(moving, message)
    return exit('done')
  },
}

function sayOne(moving: Moving, saying: Saying): void {
  switch (saying.kind) {
    case 'TEXT': return moving.say(moving.speech(saying))
    case 'MEDIA': return sayMedia(moving, saying)
    case 'CARD': return sayCard(moving, saying)
    case 'LOCATION': {
      const { latitude, longitude } = saying
      const [name, address] = [moving.text(saying.name), moving.text(saying.address)]
      return moving.say('', { content: { kind: 'LOCATION', latitude, longitude, ...name && { name }, ...address && { address } } })
    }
  }
}

type Kind<Of extends Saying['kind']> = Extract<StepOf<'SAY'>['messages'][number], { kind: Of }>

function sayMedia(moving: Moving, { type, source, caption }: Kind<'MEDIA'>): void {
  const { media, words } = mediaOf(moving, type, source)
  const text = [moving.text(caption), words].filter(Boolean).join('\n')
  moving.say(text, { ...media && { media } })
}

function sayCard(moving: Moving, { image = {}, buttons = [], ...card }: Kind<'CARD'>): void {
  const [title, subtitle, url, urlTitle] = [moving.text(card.title), moving.text(card.subtitle), moving.template(card.url), moving.text(card.urlTitle)]
  const { media } = mediaOf(moving, 'IMAGE', image)
  const menu = buttons.length > 0 ? { ...plainMenu(buttons.map(button => ({ id: button.id, title: moving.text(button.title) }))), style: 'MENU' as const } : null
  moving.say('', {
    menu, ...media && { media },
    content: { kind: 'CARD', title, ...subtitle && { subtitle }, ...isWeb(url) && { url, ...urlTitle && { urlTitle } } },
  })
}

/** What no channel could fetch is told in words: nobody is left without it. */
function mediaOf(moving: Moving, type: MediaType, source: LocalMedia): { media?: RunMedia; words?: string } {
  const given = sourceFor(moving, source)
  if (!given) return {}
  if ('fileId' in given) return { media: { type, ...given } }
  const url = moving.template(given.url).trim()
  if (!isHttps(url)) return { words: url }
  return { media: { type, url, name: given.name ?? fileNameIn(url) } }
}

const sourceFor = ({ facts: { language }, bot: { settings: { languages } } }: Moving, source: LocalMedia): MediaSource | undefined =>
  [language, ...languages].map(one => source[one]).find(one => one !== undefined)

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)
