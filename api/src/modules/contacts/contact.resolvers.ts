import { ContactResolver } from './contact.resolver.ts'
import type { ContactService } from './contact.service.ts'

/** For the composition root. */
export const contactResolvers = (contacts: ContactService): object[] => [new ContactResolver(contacts)]
