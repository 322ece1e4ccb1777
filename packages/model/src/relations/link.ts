import type { Place } from '../place.ts';

/** A typed link between two elements: always one of four states. */
export type Link =
  | { readonly state: 'resolved'; readonly to: Place; readonly how: string; readonly note?: string }
  | { readonly state: 'missing' }
  | {
      readonly state: 'dangling';
      /** Where the link is written. */
      readonly at: Place;
      /** What it asks for, as written. */
      readonly wanted: string;
      /** `file`: no such file. `anchor`: the file is there, the heading is not. `placeholder`: the value is no link at all. */
      readonly lacks: 'file' | 'anchor' | 'placeholder';
      /** The file that exists, when only the anchor is missing. */
      readonly target?: Place;
      /** The nearest existing path or anchor, if one is near. */
      readonly nearest?: string;
      /** Why it fails, when that is not plain: `the scheme (https://) is missing`. One clause. */
      readonly note?: string;
      /** The address is written wrong (no scheme, brackets around it), so that it never led anywhere. */
      readonly malformed?: true;
    }
  | { readonly state: 'unknown'; readonly why: string; readonly at?: Place };
