import type { Row } from './table.ts'
export async function inboxPage(): Promise<Row[]> { return [] }
