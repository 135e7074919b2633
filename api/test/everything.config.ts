import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.join(import.meta.dirname, '../..')
const packages = ['api', 'graphql', 'ui', 'web-admin', 'web-agent', 'widget']

/** All suites in one run. The last line is the one that machines read. */
export default defineConfig({
  root,
  test: {
    projects: packages,
    reporters: ['default', path.join(import.meta.dirname, 'closing-line.reporter.ts')],
  },
})
