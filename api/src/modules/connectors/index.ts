import { Connector } from './connector/connector.entity.ts'
import { ConnectorOperation } from './operation/operation.entity.ts'

export const connectorEntities = [Connector, ConnectorOperation]

export type { CallCode, CallFailure, CallResult, ConnectorRequest } from './connector-call.ts'
export type { ConnectorDescription, InputType, OperationDescription, OperationInput, OperationOutput } from './connector-description.ts'
export { createConnectors, type Connectors, type UsesConnector } from './connectors.ts'
export { DemoProblem, type DemoOperation, type DemoSystem } from './demo/demo-system.ts'
export { demoSystems } from './demo/demo-systems.ts'
export { DEMO_PAY_PATH } from './demo/sample-payments.ts'
