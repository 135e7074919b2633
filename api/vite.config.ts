import { defineConfig } from 'vite'

/** The API as three programs for Node: itself, the thread that trains models, and its benchmarks. Packages stay where they are installed. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', bench: 'src/bench/main.ts', 'training-thread': 'src/modules/elena/training-thread.ts' },
      output: { keepNames: true },
    },
  },
})
