import { defineConfig } from 'vite'

/** The API as programs for Node: itself, the threads in which ELENA and Q&A learn, questions are answered, and files, pages and mails are read, and the benchmarks. Packages stay where they are installed. */
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
        'answering-thread': 'src/modules/knowledge/answering-thread.ts', 'learning-thread': 'src/modules/knowledge/learning-thread.ts',
        'reading-thread': 'src/modules/knowledge/documents/reading-thread.ts',
        'mail-reading-thread': 'src/modules/channels/adapters/email/mail-reading-thread.ts',
      },
      output: { keepNames: true },
    },
  },
})
