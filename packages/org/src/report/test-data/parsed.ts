import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

export interface Parsed {
  /** What the standard calls a parse error: `missing-attribute-value in line 3`. */
  readonly errors: readonly string[];
  /** All of them, in order. */
  readonly elements: readonly Element[];
}

/** A page as a browser reads it. */
export function parsed(text: string): Parsed {
  const errors: string[] = [];
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  const elements: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return { errors, elements };
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** Text of an element and all in it, white space as one space. */
export const shownText = (element: Element): string => textOf(element).replace(/\s+/g, ' ').trim();

export const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
