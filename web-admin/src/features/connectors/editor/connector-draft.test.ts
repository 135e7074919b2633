import { expect, test } from 'vitest'
import { changeOf, draftOf, problemOf } from './connector-draft.ts'

const connector = {
  __typename: 'Connector' as const, id: '1', key: 'erp', name: 'ERP', description: '', kind: 'REST' as const, demoSystem: null, baseUrl: 'https://erp.example.com/api', version: 3,
  headers: [{ __typename: 'ConnectorField' as const, name: 'X-Sucursal', value: '01' }],
  auth: {
    __typename: 'ConnectorAuth' as const, kind: 'BASIC' as const, username: 'bot', keyName: null, keyPlace: null, tokenUrl: null, clientId: null, clientPlace: null, scope: null, audience: null,
    secrets: ['PASSWORD' as const], certificateSubject: null, certificateExpiresAt: null,
  },
}

test('what is not changed is sent as it was, and secrets stay', () => {
  expect(changeOf('1', draftOf(connector))).toEqual({
    connectorId: '1', version: 3, name: 'ERP', description: '', kind: 'REST', demoSystem: null, baseUrl: 'https://erp.example.com/api',
    headers: [{ name: 'X-Sucursal', value: '01' }], auth: { kind: 'BASIC', username: 'bot', secrets: [] },
  })
})

test('a secret is sent when it was typed, and forgotten when that was asked for', () => {
  const draft = { ...draftOf(connector), secrets: { PASSWORD: { value: 's3', isForgotten: false }, AUTHORITY: { value: '', isForgotten: true } } }
  expect(changeOf('1', draft).auth.secrets).toEqual([{ secret: 'PASSWORD', value: 's3' }, { secret: 'AUTHORITY', value: '' }])
})

test('a secret of another kind of access is not sent', () => {
  const draft = draftOf(connector)
  const other = { ...draft, auth: { ...draft.auth, kind: 'BEARER' as const }, secrets: { PASSWORD: { value: 's3', isForgotten: false } } }
  expect(changeOf('1', other).auth).toEqual({ kind: 'BEARER', secrets: [] })
})

test('the first thing that is missing is told', () => {
  const draft = draftOf(connector)
  expect(problemOf(draft)).toBeUndefined()
  expect(problemOf({ ...draft, name: ' ' })).toBe('name')
  expect(problemOf({ ...draft, baseUrl: 'erp' })).toBe('baseUrl')
  expect(problemOf({ ...draft, kind: 'DEMO' })).toBe('demoSystem')
  expect(problemOf({ ...draft, auth: { ...draft.auth, kind: 'OAUTH2_CLIENT_CREDENTIALS' } })).toBe('auth.tokenUrl')
})
