import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

export default defineConfig({
  root: here('.'),
  resolve: {
    // Some packages require graphql and some import it: one file for all, or two copies meet.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: [here('test/harness-server.ts')],
    server: { deps: { inline: [/type-graphql/, /graphql-scalars/, /@apollo\/server/, /@graphql-tools/] } },
    // A worker reads the code once for all its files, which takes a third of the time. So no module may keep what a test changes; fixtures keep hooks in functions.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
