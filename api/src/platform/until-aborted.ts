/** What is worked for, unless it is called off before: whoever waits goes on at once, even where the work itself does not notice. */
export function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal, reason = 'It was called off.'): Promise<Result> {
  const aborted = Promise.withResolvers<never>()
  const cut = () => aborted.reject(new Error(reason))
  if (signal.aborted) cut()
  signal.addEventListener('abort', cut)
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', cut))
}
