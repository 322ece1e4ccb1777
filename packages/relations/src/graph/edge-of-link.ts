import type { Link, RelationEdge } from '@shipworthy/model';

const LACKS = { file: 'no such file', anchor: 'no such heading', placeholder: 'a placeholder' } as const;

/** A link as a line of the graph; none when there is no link. `written`: what an unknown one leads to, where that is said. */
export function edgeOfLink(link: Link, written?: string): RelationEdge[] {
  switch (link.state) {
    case 'missing':
      return [];
    case 'resolved':
      return [{ to: { place: link.to }, state: 'resolved', how: link.how }];
    case 'dangling': {
      const to = link.target ? { place: { path: link.target.path } } : { type: 'missing', name: link.wanted };
      return [{ to, state: 'dangling', how: link.note ?? `${LACKS[link.lacks]}: ${link.wanted}`, at: link.at }];
    }
    case 'unknown':
      return [
        {
          to: { type: 'unseen', name: written ?? link.why },
          state: 'unknown',
          how: link.why,
          ...(link.at ? { at: link.at } : {}),
        },
      ];
  }
}
