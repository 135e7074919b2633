import { defineConfig } from 'vite'

/** The API as programs for Node: itself, the threads in which ELENA learns and reads files, and the benchmarks. Packages stay where they are installed. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts', bench: 'src/bench/main.ts',
        'training-thread': 'src/modules/elena/training-thread.ts', 'exchange-thread': 'src/modules/elena/exchange-thread.ts',
        'prototype-thread': 'src/modules/elena/prototype-thread.ts',
      },
      output: { keepNames: true },
    },
  },
})
