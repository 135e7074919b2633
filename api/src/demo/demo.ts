import type { App } from '../app.ts'
export async function seedDemo(_app: App, _say: (line: string) => void): Promise<string[]> { return [] }
