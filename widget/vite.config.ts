import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: '/widget/',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    target: 'es2022',
    // Only keeps what we wrote from being rewritten: older browsers skip what they do not know.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // One chunk: nothing is loaded later, so nothing needs to be told how.
    modulePreload: false,
    rolldownOptions: { input: 'chat.html' },
  },
  test: { environment: 'happy-dom', isolate: false, include: ['src/**/*.test.ts'] },
})
