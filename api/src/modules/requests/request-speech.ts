import type { RequestChanged } from './request.service.ts'
import type { LocalName } from './request-type.entity.ts'

const inEnglish = ({ es, en }: LocalName) => en ?? es ?? ''
const inSpanish = ({ es, en }: LocalName) => es ?? en ?? ''

/** What the customer is told of it, by the channel that reaches her; nothing where nobody knows who she is. */
export function requestSpeech({ contactId, number, title, to }: RequestChanged) {
  return contactId && {
    contactId,
    texts: {
      ES: `Su solicitud ${number} (${title}) ahora está: ${inSpanish(to.name)}.`,
      EN: `Your request ${number} (${title}) is now: ${inEnglish(to.name)}.`,
    },
    subjects: { ES: `Solicitud ${number}`, EN: `Request ${number}` },
  }
}
