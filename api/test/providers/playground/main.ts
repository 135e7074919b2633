import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { profilesOf } from '../profiles-of.ts'
import { openPlayground } from './playground.ts'

const HINTS = {
  ADDRESS_AND_TOKEN: 'then paste the webhook address and the verify token on the page',
  ADDRESS: 'then paste the webhook address on the page',
  NOTHING: 'nothing to paste: BotPro tells its address when the channel is connected',
}

/** `pnpm dev:providers`; `PROVIDERS_PORT` is that of the page, 4100 when left out. */
const root = fileURLToPath(new URL('../../../../', import.meta.url))
const { url, lines, stop } = await openPlayground(Number(process.env['PROVIDERS_PORT'] || 4100))
const file = path.join(root, '.data/dev-profiles.json')
await mkdir(path.dirname(file), { recursive: true })
await writeFile(file, JSON.stringify(profilesOf(lines.map(({ double }) => double)), null, 2))

console.log(`Customers are played at ${url}/\n\nBotPro against these providers (OUTSIDE_ALLOW is not needed, they are named in the profiles):\n  CHANNEL_PROFILES='${file}' pnpm dev\n\nSettings of each channel, for web-admin:`)
for (const { double, pastes } of lines) {
  console.log(`\n  ${double.kind} (${double.url})`)
  console.log(`    ${HINTS[pastes]}`)
  for (const [name, value] of Object.entries(double.settings)) console.log(`    ${name.padEnd(14)} ${value}`)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
