import { Redis } from 'ioredis'

/**
 * For what may as well be done without: whatever it cannot take at once is refused, and one that does not answer is
 * treated like one that is not there.
 */
export const openRedis = (url: string, onError: (error: unknown) => void): Redis =>
  new Redis(url, { enableOfflineQueue: false, commandTimeout: 500, socketTimeout: 1000, connectTimeout: 5000 }).on('error', onError)
