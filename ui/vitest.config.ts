import { defineConfig } from 'vitest/config'
import { botProVite } from './src/vite.ts'

export default defineConfig(botProVite({ base: '/', root: import.meta.dirname }))
