import { botProVite } from '@botpro/ui/vite.ts'
import { defineConfig } from 'vite'

export default defineConfig(botProVite({ base: '/admin/', root: import.meta.dirname }))
