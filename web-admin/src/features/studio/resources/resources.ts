import type { ComputedRef } from 'vue'

export interface Choice { value: string; label: string; description?: string }
export interface OperationField { name: string; label: string; required: boolean }
export interface OperationChoice extends Choice { inputs: OperationField[]; outputs: OperationField[] }
export interface ConnectorChoice extends Choice { operations: OperationChoice[] }

/** What of the company’s a step may name. Each list comes from whoever keeps it; a name that is in none may still be typed. */
export interface StudioResources {
  connectors: ComputedRef<ConnectorChoice[]>
  intents: ComputedRef<Choice[]>
  entities: ComputedRef<Choice[]>
  tables: ComputedRef<Choice[]>
  requestTypes: ComputedRef<Choice[]>
  services: ComputedRef<Choice[]>
}
