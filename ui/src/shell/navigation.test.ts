import { expect, test } from 'vitest'
import { navigationFor } from './navigation.ts'

test('a role sees only what is for it, and no group without items', () => {
  const groups = [
    { labelKey: 'a', items: [{ labelKey: 'x', icon: '', to: '/x', roles: ['ADMIN' as const] }] },
    { items: [{ labelKey: 'y', icon: '', to: '/y' }] },
  ]
  expect(navigationFor(groups, 'AGENT').map(group => group.items[0]!.to)).toEqual(['/y'])
  expect(navigationFor(groups, 'ADMIN')).toHaveLength(2)
})
