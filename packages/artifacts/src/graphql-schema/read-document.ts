import type { FactFault } from '@shipworthy/model';
import { type DocumentNode, GraphQLError, parse } from 'graphql';

/** Tokens of one document; a larger one is refused unread, as servers do. */
export const MAX_TOKENS = 400_000;

/** A text of GraphQL, or why it could not be read. Never throws for what the text holds. */
export function readDocument(
  text: string,
): { readonly document: DocumentNode } | { readonly fault: FactFault } | { readonly tooLarge: true } {
  try {
    return { document: parse(text, { maxTokens: MAX_TOKENS }) };
  } catch (error) {
    const filled = withoutEmptyBraces(text);
    if (filled !== text) {
      try {
        return { document: parse(filled, { maxTokens: MAX_TOKENS }) };
      } catch {
        // What it says of the text as it is written is what its author sees.
      }
    }
    if (!(error instanceof GraphQLError)) throw error;
    if (/more than \d+ tokens/.test(error.message)) return { tooLarge: true };
    const start = error.positions?.[0] ?? 0;
    const what = `the text does not parse (${error.message.replace(/^Syntax Error: /, '').replace(/\.$/, '')})`;
    return { fault: { what, at: [start, Math.min(start + 1, text.length)], effect: 'refused' } };
  }
}

/** Braces of a type without fields; those of values stand behind `=`, `:`, `(`, `[` or `,`. */
const EMPTY_BRACES = /(?<![=:([,]\s*)\{(?:\s|#[^\n]*\n)*\}/g;

/**
 * The text with blanks for braces that hold nothing: `type Query {}`, to which other files add, is no GraphQL by the letter,
 * and graphql-java reads it.
 */
const withoutEmptyBraces = (text: string): string =>
  text.replace(EMPTY_BRACES, (braces) => braces.replace(/[^\n]/g, ' '));
