import { Contact } from './contact.entity.ts'
import { ContactIdentity } from './contact-identity.entity.ts'
import { ContactMerge } from './merging/merge.entity.ts'
import { ContactSuggestion } from './merging/suggestion.entity.ts'

export const contactEntities = [Contact, ContactIdentity, ContactMerge, ContactSuggestion]
