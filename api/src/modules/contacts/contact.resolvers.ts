import { ContactResolver } from './contact.resolver.ts'
import type { ContactService } from './contact.service.ts'
import { ContactJoinedResolver, ContactMergeResolver, ContactSuggestionResolver } from './merging/merge.resolver.ts'
import type { MergeService } from './merging/merge.service.ts'
import type { SuggestionService } from './merging/suggestion.service.ts'

export interface ContactParts {
  contacts: ContactService
  merges: MergeService
  suggestions: SuggestionService
}

/** For the composition root. */
export const contactResolvers = ({ contacts, merges, suggestions }: ContactParts): object[] => [
  new ContactResolver(contacts), new ContactMergeResolver(merges), new ContactSuggestionResolver(suggestions), new ContactJoinedResolver(),
]
