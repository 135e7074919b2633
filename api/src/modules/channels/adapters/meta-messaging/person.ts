import type { Line } from '../adapter.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import { askGraph } from '../meta/graph.ts'
import type { Json } from '../meta/json.ts'
import { ProviderSilent } from '../provider-http.ts'
import type { ChannelPerson } from '../update.ts'
import type { MessagingKind } from './messaging-kind.ts'

/** Webhooks tell ids alone. Who may not be asked about stays without a name. */
export async function askPerson(externalId: string, line: Line, { personFields }: MessagingKind): Promise<ChannelPerson> {
  try {
    return personOf(externalId, await askGraph(line, { path: encodeURIComponent(externalId), query: { fields: personFields } }))
  } catch (error) {
    if (error instanceof GraphRefused || error instanceof ProviderSilent) return { externalId }
    throw error
  }
}

function personOf(externalId: string, told: Json): ChannelPerson {
  const name = told.at('name').text ?? [told.at('first_name').text, told.at('last_name').text].filter(Boolean).join(' ')
  const [username, languageTag] = [told.at('username').id, languageTagOf(told.at('locale').text)]
  return { externalId, ...(name.trim() && { name: name.trim().slice(0, 200) }), ...(username && { username }), ...(languageTag && { languageTag }) }
}

/** `es_LA`, which is no country, is the Spanish of Latin America. */
const languageTagOf = (locale: string | undefined): string | undefined => locale?.replace('_', '-').replace(/-LA$/, '-419')
