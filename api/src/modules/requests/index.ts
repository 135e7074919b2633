import { ContactRequestsResolver, ServiceRequestEventResolver, ServiceRequestResolver } from './request.resolver.ts'
import { RequestService } from './request.service.ts'
import { ServiceRequest } from './request.entity.ts'
import { RequestType } from './request-type.entity.ts'
import { ServiceRequestTypeResolver } from './request-type.resolver.ts'
import { RequestTypeService } from './request-type.service.ts'

export const requestEntities = [ServiceRequest, RequestType]

/** Builds the module, for the composition root. */
export function createRequests() {
  const [requests, types] = [new RequestService(), new RequestTypeService()]
  return {
    requests, types,
    resolvers: [
      new ServiceRequestResolver(requests), new ServiceRequestEventResolver(), new ContactRequestsResolver(), new ServiceRequestTypeResolver(types),
    ] as object[],
  }
}

export { RequestService, type NewRequest, type RequestChanged } from './request.service.ts'
export { requestSpeech } from './request-speech.ts'
export { requestTypeKeys } from './request-type.queries.ts'
export type { RequestRow } from './request.queries.ts'
export type { LocalName, RequestState } from './request-type.entity.ts'
export { RequestTypeService } from './request-type.service.ts'
