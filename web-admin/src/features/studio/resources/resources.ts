import type { VariableType } from '@botpro/graphql/flows'
import type { ComputedRef } from 'vue'

export interface Choice { value: string; label: string; description?: string }
export interface OperationField { name: string; label: string; /** More of it than fits a label. */ help?: string; required: boolean; /** Of what comes back; text where nobody says. */ type?: VariableType }
export interface OperationChoice extends Choice { inputs: OperationField[]; outputs: OperationField[] }
export interface ConnectorChoice extends Choice { operations: OperationChoice[] }
/** With whom it can be booked, by their keys. */
export interface ServiceChoice extends Choice { places: readonly string[] }
export interface RequestTypeChoice extends Choice { fields: OperationField[] }

/** What of the company’s a step may name. A name that is in no list may still be typed. */
export interface StudioResources {
  connectors: ComputedRef<ConnectorChoice[]>
  intents: ComputedRef<Choice[]>
  entities: ComputedRef<Choice[]>
  tables: ComputedRef<Choice[]>
  requestTypes: ComputedRef<RequestTypeChoice[]>
  services: ComputedRef<ServiceChoice[]>
  places: ComputedRef<Choice[]>
}
