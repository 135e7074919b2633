import { botProVite } from '@botpro/ui/vite.ts'
import { defineConfig } from 'vite'

export default defineConfig(botProVite({ base: '/agent/', root: import.meta.dirname }))
