import { isFresh, markFresh, type Product } from './freshness.ts'
import { run, step } from './run.ts'

const CONTRACT = ['graphql/schema/**/*.graphql', 'graphql/operations/**/*.graphql', 'graphql/codegen/*.ts']
const TOOLS = ['pnpm-lock.yaml', 'tsconfig.base.json', 'api/cli/products.ts']

const app = (name: string, made: string[], more: string[] = []): Product => ({
  name,
  from: [`${name}/*.{ts,html,json}`, `${name}/src/**/*`, `${name}/public/**/*`, ...more, ...CONTRACT, ...TOOLS],
  into: made.map(file => `${name}/dist/${file}`),
})

const SHARED = ['ui/src/**/*', 'ui/public/**/*']

export const products: Product[] = [
  app('api', ['main.js']),
  app('widget', ['loader.js', 'chat.html']),
  app('web-agent', ['index.html'], SHARED),
  app('web-admin', ['index.html'], SHARED),
]

export const generate = () => run({ command: 'node', args: ['codegen/generate.ts'], folder: 'graphql', quiet: true })

/** Builds what is not fresh, one after the other: side by side, two cores would only take turns. */
export async function build() {
  const stale = products.filter(product => !isFresh(product))
  for (const product of stale) {
    await step(`building ${product.name}`, () => run({ command: 'pnpm', args: ['run', 'build'], folder: product.name, quiet: true }))
    markFresh(product)
  }
}
