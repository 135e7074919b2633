import { forget } from '@botpro/ui/graphql/cache.ts'

const forgetAll: ReturnType<typeof forget> = (...change) => {
  for (const field of ['connectors', 'connector', 'connectorCalls']) forget(field)(...change)
}

/** What is offered is asked anew; of what is gone nothing is asked any more. */
export const connectorsUpdates = {
  createConnector: forgetAll,
  deleteConnector: forget('connectors'),
  createConnectorOperation: forgetAll,
  deleteConnectorOperation: forgetAll,
  importConnectorOperations: forgetAll,
}
