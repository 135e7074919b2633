import nuxtUi, { type NuxtUIOptions } from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import type { ViteUserConfig } from 'vitest/config'

export interface BotProViteOptions {
  /** Where the API serves the app, such as `/admin/`. */
  base: string
  /** The folder of the app: `import.meta.dirname`. */
  root: string
}

const API = process.env.API_URL ?? 'http://localhost:4000'

/** What every icon is known by: it is bundled, since by default it would be fetched from a public host. */
const ICON_SCAN = {
  globInclude: ['src/**/*.{vue,ts}', '../ui/src/**/*.{vue,ts}'],
  globExclude: ['**/node_modules/**', '**/contract/**'],
}

/** What the kit draws larger than a dense tool needs. */
const KIT: NuxtUIOptions['ui'] = {
  colors: { primary: 'indigo', neutral: 'zinc' },
  // As round as a field it would pass for a radio button.
  checkbox: { slots: { base: 'rounded-[3px]' } },
  formField: { slots: { label: 'text-[13px] font-medium', help: 'text-xs mt-1.5', hint: 'text-xs', error: 'text-xs mt-1.5' } },
  modal: { slots: { header: 'shrink-0', footer: 'shrink-0', wrapper: 'pe-8', title: 'text-[15px]', description: 'text-[13px] leading-5' } },
  slideover: { slots: { header: 'shrink-0', footer: 'shrink-0', wrapper: 'pe-8', title: 'text-[15px]', description: 'text-[13px] leading-5' } },
  tabs: {
    compoundVariants: [{
      color: 'neutral', variant: 'pill',
      class: { indicator: 'bg-default shadow-xs ring ring-default', trigger: 'data-[state=active]:text-highlighted' },
    }],
  },
  toast: { slots: { title: 'text-[13px]', description: 'text-[13px]' } },
}

/** What every page begins with is one file; what pages share comes in few, for each of them is a question to the server. */
const OUTPUT = {
  codeSplitting: {
    groups: [
      { name: 'start', tags: ['$initial' as const] },
      { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
    ],
  },
  // Its own name for a shared chunk is that of all pages that share it.
  chunkFileNames: ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`,
}

/** The Vite configuration that the admin and the agent app share. */
export function botProVite({ base, root }: BotProViteOptions): ViteUserConfig {
  return {
    root,
    base,
    publicDir: resolve(import.meta.dirname, '../public'),
    plugins: [
      vue(),
      nuxtUi({
        colorMode: false,
        autoImport: false,
        components: false,
        dts: false,
        icon: { clientBundle: { scan: ICON_SCAN, sizeLimitKb: 0 } },
        ui: KIT,
      }),
    ],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    server: { proxy: { '/graphql': { target: API, ws: true }, '/files': API, '/elena/files': API, '/links': API, '/widget': API } },
    test: { environment: 'happy-dom', isolate: false, include: ['src/**/*.test.ts'] },
    build: { target: 'es2022', chunkSizeWarningLimit: 1200, rolldownOptions: { output: OUTPUT } },
  }
}
