const longest = 64
let before = new Uint8Array(longest + 1)
let above = new Uint8Array(longest + 1)
let row = new Uint8Array(longest + 1)

/**
 * How many letters must be put in, taken out, exchanged or swapped with their neighbour to make one word of the other;
 * `most + 1` where it is more than `most`, or where a word is longer than 64 letters and they differ.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > longest) return most + 1
  for (let at = 0; at <= other.length; at++) above[at] = at
  for (let at = 1; at <= one.length; at++) {
    if (fillRow(one, other, at) > most) return most + 1
    const free = before
    before = above
    above = row
    row = free
  }
  return Math.min(above[other.length]!, most + 1)
}

/** Distances of the first `at` letters of a word from each beginning of the other; the least of them. */
function fillRow(one: string, other: string, at: number): number {
  const code = one.charCodeAt(at - 1)
  let least = row[0] = at
  for (let to = 1; to <= other.length; to++) {
    const same = code === other.charCodeAt(to - 1)
    let distance = Math.min(above[to]! + 1, row[to - 1]! + 1, above[to - 1]! + (same ? 0 : 1))
    const swapped = !same && at > 1 && to > 1 && code === other.charCodeAt(to - 2) && one.charCodeAt(at - 2) === other.charCodeAt(to - 1)
    if (swapped) distance = Math.min(distance, before[to - 2]! + 1)
    row[to] = distance
    if (distance < least) least = distance
  }
  return least
}
