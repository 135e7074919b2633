import type { Row } from './table.ts'
export async function fanOut(): Promise<Row[]> { return [] }
