import { randomBytes } from 'node:crypto'

export const newWamid = (): string => `wamid.${Buffer.concat([Buffer.from('HBgM'), randomBytes(24)]).toString('base64')}`
