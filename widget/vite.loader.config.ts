import { defineConfig } from 'vite'

/** The script that strangers' pages carry: one classic file with a lasting name. */
export default defineConfig({
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: false,
    lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'botproLoader', fileName: () => 'loader.js' },
  },
})
