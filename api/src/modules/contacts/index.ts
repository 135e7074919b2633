export { contactResolvers } from './contact.resolvers.ts'
export { contactEntities, type Contact, type ContactDetails } from './contact.entity.ts'
export { loadContacts, loadIdentities, type ContactRow } from './contact.queries.ts'
export { ContactService, type Admitted, type Arrival } from './contact.service.ts'
