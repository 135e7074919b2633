import { InvalidInput } from '../../../platform/refusal.ts'
import { validityProblem } from '../validity.ts'
import type { KnowledgeSourceKind, SourceDetails } from './source.entity.ts'

const MAX_NAME = 200
export const MAX_URL = 2000

export const isOnTheWeb = (kind: KnowledgeSourceKind): boolean => kind === 'PAGE' || kind === 'SITEMAP'

/** What somebody says of a source, trimmed; or the first thing that is wrong. */
export function sourceDetails(kind: KnowledgeSourceKind, typed: SourceDetails): SourceDetails | InvalidInput {
  const name = typed.name.trim()
  const url = isOnTheWeb(kind) ? webAddress(typed.url) : null
  if (url === undefined) return new InvalidInput('url', `An http or https address of at most ${MAX_URL} characters.`)
  if (!name || name.length > MAX_NAME) return new InvalidInput('name', `Between 1 and ${MAX_NAME} characters.`)
  return validityProblem(typed) ?? { ...typed, name, url, rhythm: url ? typed.rhythm : 'NEVER' }
}

/** Without the mark behind `#`, which leads to a place within the page. */
function webAddress(typed: string | null): string | undefined {
  const text = typed?.trim() ?? ''
  if (!URL.canParse(text)) return undefined
  const url = Object.assign(new URL(text), { hash: '' })
  const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password
  return isWeb && url.href.length <= MAX_URL ? url.href : undefined
}

export const hostOf = (url: string): string => new URL(url).hostname
