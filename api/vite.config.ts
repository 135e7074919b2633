import { defineConfig } from 'vite'

/** The API as two programs for Node: itself, and its benchmarks. Packages stay where they are installed. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', bench: 'src/bench/main.ts' },
      output: { keepNames: true },
    },
  },
})
