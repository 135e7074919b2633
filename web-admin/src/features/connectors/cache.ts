import { forget } from '@botpro/ui/graphql/cache.ts'

const forgetAll: ReturnType<typeof forget> = (...change) => {
  for (const field of ['connectors', 'connector', 'connectorCalls']) forget(field)(...change)
}

/** What a call did to the health of a connector, and what is offered, is asked anew. */
export const connectorsUpdates = {
  createConnector: forgetAll,
  deleteConnector: forgetAll,
  createConnectorOperation: forgetAll,
  deleteConnectorOperation: forgetAll,
  importConnectorOperations: forgetAll,
}
