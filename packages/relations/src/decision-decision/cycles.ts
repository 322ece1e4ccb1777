/**
 * The nodes that lie on a circle of `next`, each with the circle in order. Linear in nodes and edges: every node is
 * left behind once.
 */
export function circlesOf(nodes: Iterable<string>, next: (node: string) => readonly string[]): Map<string, string[]> {
  const circles = new Map<string, string[]>();
  const left = new Set<string>();
  for (const start of nodes) {
    const trail: { readonly node: string; readonly rest: string[] }[] = [];
    const depth = new Map<string, number>();
    const enter = (node: string) => {
      depth.set(node, trail.length);
      trail.push({ node, rest: [...next(node)] });
    };
    if (!left.has(start)) enter(start);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        trail.pop();
        depth.delete(top.node);
        left.add(top.node);
        continue;
      }
      const since = depth.get(to);
      if (since !== undefined) {
        const circle = trail.slice(since).map(({ node }) => node);
        for (const node of circle) if (!circles.has(node)) circles.set(node, circle);
      } else if (!left.has(to)) enter(to);
    }
  }
  return circles;
}
