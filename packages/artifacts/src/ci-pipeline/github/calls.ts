import type { CallFacts, Span } from '@shipworthy/model';
import type { YamlNode } from '../../formats/yaml/index.ts';
import { literalsOf } from '../written.ts';
import { hasExpression } from './expression.ts';

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A version: `v1`, `2.3.1`, `v2.0-rc.1`, `cli/v2.0`. */
const VERSION = /(?:^|[/@-])v?\d[-+.\w]*$/;
/** `release/v1`: a branch by custom, on which fixes arrive. */
const RELEASE_BRANCH = /^releases?\//;

/** What `uses` calls, with the inputs given to it. */
export function readCall(target: string, at: Span, inputs: YamlNode | undefined): CallFacts {
  const open = literalsOf(inputs, (text) => !hasExpression(text));
  const base = {
    target,
    at,
    inputs: literalsOf(inputs, hasExpression),
    ...(Object.keys(open).length > 0 ? { openInputs: open } : {}),
  };
  if (hasExpression(target)) return { ...base, where: 'templated' };
  if (/^\.\.?(?:\/|$)/.test(target)) return { ...base, where: 'local', path: localPath(target) };
  if (target.startsWith('docker://'))
    return { ...base, where: 'image', pinned: imagePin(target.slice('docker://'.length)) };
  const cut = target.lastIndexOf('@');
  return { ...base, where: 'remote', pinned: cut < 0 ? 'nothing' : refPin(target.slice(cut + 1)) };
}

function localPath(target: string): string {
  const path = target.replace(/^\.\//, '');
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return end === 1 && path.startsWith('.') ? '' : path.slice(0, end);
}

function refPin(ref: string): NonNullable<CallFacts['pinned']> {
  if (COMMIT.test(ref)) return 'commit';
  return VERSION.test(ref) && !RELEASE_BRANCH.test(ref) ? 'tag' : 'branch';
}

/** What an image is pinned to: `latest` is a name that moves, as a branch does. */
export function imagePin(image: string): NonNullable<CallFacts['pinned']> {
  if (image.includes('@sha256:')) return 'digest';
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  if (tag === undefined) return 'nothing';
  return tag === 'latest' ? 'branch' : 'tag';
}
