/** What is known besides a flow’s variables, as `Facts` and the engine give it. */
const SHAPES: Record<string, readonly string[] | 'ANY'> = {
  contact: ['id', 'name', 'phone', 'email', 'verified', 'attributes'], conversation: ['id', 'tags', 'link'], channel: ['kind', 'name'], hours: ['open'], company: ['name'],
  error: ['code', 'message', 'status'], trigger: ['kind', 'id', 'data'], language: [], now: [], today: [], message: 'ANY',
}

const PARTS = /[^.[\]]+/g

/** Whether a path that begins with no variable is one of the fixed ones. */
export function isFixed(path: string): boolean {
  const [root = '', part] = path.match(PARTS) ?? []
  const shape = Object.hasOwn(SHAPES, root) ? SHAPES[root]! : []
  return Object.hasOwn(SHAPES, root) && (part === undefined || shape === 'ANY' || shape.includes(part))
}

const MAYBE = ['contact.attributes.', 'trigger.data.']

/** Whether a text fails where a tenant’s contact or event does not have it. */
export const isMaybe = (path: string): boolean => MAYBE.some(start => path.startsWith(start))
