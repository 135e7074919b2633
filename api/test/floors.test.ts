import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const src = path.join(import.meta.dirname, '../src')

/** A module may lean only on lower floors. */
const FLOORS: Record<string, number> = {
  tenancy: 1,
  identity: 2,
  plans: 3, contacts: 3, language: 3, predictive: 3,
  channels: 4, elena: 4, knowledge: 4, contracts: 4, connectors: 4, appointments: 4, requests: 4,
  conversations: 5, payments: 5,
  flows: 6, desk: 6, helpdesk: 6, billing: 6,
  reports: 7, campaigns: 7, integrations: 7, community: 7, academy: 7,
}

interface Import {
  file: string
  from: string
  target: string
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(src, file), 'utf8')
  return [...text.matchAll(IMPORT)].map(match => {
    const from = match[1] ?? match[2] ?? match[3]!
    return { file, from, target: from.startsWith('.') ? path.relative(src, path.join(src, path.dirname(file), from)) : from }
  })
}

const files = globSync('**/*.ts', { cwd: src }).filter(file => !file.endsWith('.test.ts') && !file.endsWith('.fixture.ts'))
const imports = files.flatMap(importsOf)
const moduleOf = (file: string) => /^modules\/([^/]+)\//.exec(file)?.[1]
const told = (found: Import[]) => found.map(({ file, from }) => `${file} imports ${from}`)

test('a module imports only from lower floors', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [own, other] = [moduleOf(file), moduleOf(target)]
    return own && other && own !== other && !(FLOORS[other]! < FLOORS[own]!)
  })
  expect(told(wrong)).toEqual([])
})

test('every module stands on a floor', () => {
  const modules = new Set(files.map(moduleOf).filter(name => name !== undefined))
  expect([...modules].filter(name => !(name in FLOORS))).toEqual([])
})

test('a module is entered through its index only', () => {
  const wrong = imports.filter(({ file, target }) => {
    const other = moduleOf(target)
    return other && other !== moduleOf(file) && !target.endsWith('/index.ts')
  })
  expect(told(wrong)).toEqual([])
})

test('the platform knows no word of the business', () => {
  const wrong = imports.filter(({ file, target }) => file.startsWith('platform/') && (moduleOf(target) || target === 'contract.ts'))
  expect(told(wrong)).toEqual([])
})

test('only resolvers, their composition and the platform know type-graphql', () => {
  const wrong = imports.filter(({ file, from }) =>
    from === 'type-graphql' && !file.startsWith('platform/') && !file.endsWith('.resolver.ts') && file !== 'contract.ts')
  expect(told(wrong)).toEqual([])
})

test('services, entities and policies do not know GraphQL', () => {
  const wrong = imports.filter(({ file, from, target }) =>
    /\.(service|entity|policy|queries|store)\.ts$/.test(file) && (from === 'graphql' || target === 'contract.ts'))
  expect(told(wrong)).toEqual([])
})

test('only the configuration reads the environment', () => {
  const readers = files.filter(file => /process\.env\b/.test(readFileSync(path.join(src, file), 'utf8')))
  expect(readers.filter(file => file !== 'config.ts')).toEqual([])
})

test('no file is left over that nothing imports', () => {
  const used = new Set(imports.map(({ target }) => target))
  const roots = [...readFileSync(path.join(src, '../vite.config.ts'), 'utf8').matchAll(/'src\/([^']+)'/g)].map(match => match[1]!)
  const testsUse = globSync(['**/*.test.ts', '**/*.fixture.ts', '../test/**/*.ts', '../cli/*.ts'], { cwd: src })
    .flatMap(file => [...readFileSync(path.join(src, file), 'utf8').matchAll(/from '(\.[^']+)'/g)]
      .map(match => path.relative(src, path.join(src, path.dirname(file), match[1]!))))
  expect(files.filter(file => !used.has(file) && !roots.includes(file) && !testsUse.includes(file))).toEqual([])
})
