/** The groups of nodes from each of which every other can be reached, by Tarjan; without recursion, since graphs may be long. */
export function strongComponents(edges: readonly (readonly number[])[]): number[][] {
  const index = new Int32Array(edges.length).fill(-1)
  const low = new Int32Array(edges.length)
  const onStack = new Uint8Array(edges.length)
  const [stack, groups]: [number[], number[][]] = [[], []]
  let counter = 0
  const enter = (node: number, path: { node: number; next: number }[]) => {
    index[node] = low[node] = counter++
    stack.push(node)
    onStack[node] = 1
    path.push({ node, next: 0 })
  }
  for (let root = 0; root < edges.length; root++) {
    if (index[root] !== -1) continue
    const path: { node: number; next: number }[] = []
    enter(root, path)
    while (path.length > 0) {
      const top = path.at(-1)!
      const target = edges[top.node]![top.next++]
      if (target === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above) low[above.node] = Math.min(low[above.node]!, low[top.node]!)
        if (low[top.node] === index[top.node]) groups.push(groupFrom(top.node, stack, onStack))
      } else if (index[target] === -1) enter(target, path)
      else if (onStack[target]) low[top.node] = Math.min(low[top.node]!, index[target]!)
    }
  }
  return groups
}

function groupFrom(node: number, stack: number[], onStack: Uint8Array): number[] {
  const group = stack.splice(stack.lastIndexOf(node))
  for (const member of group) onStack[member] = 0
  return group
}

/** Those that lead back to themselves. */
export const cycles = (edges: readonly (readonly number[])[]): number[][] =>
  strongComponents(edges).filter(group => group.length > 1 || edges[group[0]!]!.includes(group[0]!))

/** What can be reached from some nodes, themselves included. */
export function reachable(edges: readonly (readonly number[])[], from: readonly number[]): Uint8Array {
  const seen = new Uint8Array(edges.length)
  const todo = [...from]
  for (const node of from) seen[node] = 1
  while (todo.length > 0) {
    for (const next of edges[todo.pop()!]!) {
      if (seen[next]) continue
      seen[next] = 1
      todo.push(next)
    }
  }
  return seen
}
