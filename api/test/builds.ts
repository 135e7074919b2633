import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder that looks as if all apps had been built, so that pages can be asked for without building any. */
export async function fakeBuilds(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'botpro-builds-'))
  const files = {
    'web-admin/dist/index.html': '<title>admin</title>', 'web-admin/dist/assets/a.js': '1', 'web-agent/dist/index.html': '<title>agent</title>',
    'web-agent/dist/assets/a.js': '1', 'widget/dist/chat.html': '<title>chat</title>', 'widget/dist/loader.js': '1', 'widget/dist/assets/a.js': '1',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), content)
  }
  return root
}
