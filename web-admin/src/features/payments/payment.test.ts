import { expect, test } from 'vitest'
import { connectorChoices, curlLine, filterOf, operationChoices } from './payment.ts'

const connector = (key: string, own: object = {}) => ({
  __typename: 'Connector' as const, id: key, key, name: key.toUpperCase(), kind: 'REST' as const, archivedAt: null, operations: [], demoSystem: null, ...own,
})
const pay = { __typename: 'ConnectorOperation' as const, id: 'o', key: 'create_payment', name: 'Crear un enlace' }
const demo = { __typename: 'DemoSystem' as const, key: 'financial', operations: [{ __typename: 'DemoOperation' as const, key: 'pay', name: 'Pagar' }] }

test('payments of another amount are found by their failure, the others by their state', () => {
  expect(filterOf({ choice: 'AMOUNT_DIFFERS', from: '', until: '' })).toEqual({ failure: 'AMOUNT_DIFFERS', from: undefined, until: undefined })
  expect(filterOf({ choice: 'PAID', from: '2026-11-01', until: '' })).toEqual({ state: 'PAID', from: '2026-11-01', until: undefined })
})

test('an archived connector is not offered, unless it is the one that is in use', () => {
  const connectors = [connector('bank'), connector('old', { archivedAt: '2026-01-01' })]
  expect(connectorChoices(connectors, null)).toEqual([{ label: 'BANK', value: 'bank' }])
  expect(connectorChoices(connectors, 'old')).toContainEqual({ label: 'old', value: 'old' })
})

test('operations are those of the kind that answers now', () => {
  const connectors = [connector('bank', { operations: [pay], demoSystem: demo }), connector('show', { kind: 'DEMO', operations: [pay], demoSystem: demo })]
  expect(operationChoices(connectors, 'bank', 'create_payment')).toEqual([{ label: 'Crear un enlace', value: 'create_payment' }])
  expect(operationChoices(connectors, 'show', 'pay')).toEqual([{ label: 'Pagar', value: 'pay' }])
  expect(operationChoices(connectors, null, 'create_payment')).toEqual([{ label: 'create_payment', value: 'create_payment' }])
})

test('the line to try it bears the company’s own address', () => {
  expect(curlLine('https://bot.example/payments/abc/callback')).toContain(`CALLBACK_URL='https://bot.example/payments/abc/callback'`)
})
