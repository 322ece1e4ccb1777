import type { PromptFacts, Span } from '@shipworthy/model';
import { plainLine } from '../decision-record/prose.ts';

const MAX_TEXT = 300;
const MAX_PROMPTS = 300;

/** Everything a template in Markdown says, line by line; the text of comments counts, because prompts stand there. */
export function promptsOfPage(text: string): PromptFacts[] {
  const prompts: PromptFacts[] = [];
  let commented = false;
  for (let start = 0; start < text.length && prompts.length < MAX_PROMPTS; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const inComment = commented || line.includes('<!--');
    commented = line.lastIndexOf('<!--') > line.lastIndexOf('-->') || (commented && !line.includes('-->'));
    const prompt = promptOf(line, start, inComment);
    if (prompt) prompts.push(prompt);
    start = end + 1;
  }
  return prompts;
}

function promptOf(line: string, start: number, inComment: boolean): PromptFacts | undefined {
  const bare = line.replace(/<!--|-->/g, ' ');
  const form = inComment ? 'comment' : formOf(bare);
  const text = plainLine(bare.replace(/^[\s>]*(?:#{1,6}\s|[-*+]\s+(?:\[[ xX]?\]\s*)?|\d+[.)]\s+)?/, '')).slice(
    0,
    MAX_TEXT,
  );
  if (!/\p{L}/u.test(text)) return undefined;
  const indent = line.length - line.trimStart().length;
  const at: Span = [start + indent, start + line.trimEnd().length];
  return { form, text, at };
}

function formOf(line: string): PromptFacts['form'] {
  if (/^\s{0,3}#{1,6}\s|^\s*\*\*[^*]+\*\*:?\s*$/.test(line)) return 'heading';
  return /^\s*[-*+]\s+\[[ xX]?\]/.test(line) ? 'item' : 'text';
}
