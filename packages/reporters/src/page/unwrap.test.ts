import { describe, expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { unwrapped } from './unwrap.ts';

const html = (text: string): string => new MarkdownIt({ html: true }).render(text).replace(/\s+/g, ' ');

describe('paragraphs become lines, and mean what they meant', () => {
  test.each([
    ['a paragraph', 'One two\nthree.\n\nFour\nfive.', 'One two three.\n\nFour five.'],
    ['an item', '- one\n  two\n- three\n  four', '- one two\n- three four'],
    ['a numbered item', '1. one\n   two\n2. three', '1. one two\n2. three'],
    ['a heading', '# Title\ntext\nmore', '# Title\ntext more'],
    ['code', '```yaml\na:\n  b\n```\ntext\nmore', '```yaml\na:\n  b\n```\ntext more'],
    ['a longer fence', '````\n```\na\nb\n````', '````\n```\na\nb\n````'],
    ['indented code', 'text\n\n    a\n    b', 'text\n\n    a\n    b'],
    ['a table', '| a |\n|---|\n| b |', '| a |\n|---|\n| b |'],
    ['a quote', '> a\n> b', '> a\n> b'],
    ['a hard break', 'a  \nb\\\nc', 'a  \nb\\\nc'],
    ['a rule', 'a\n\n---\nb', 'a\n\n---\nb'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(unwrapped(text)).toBe(expected);
    expect(html(expected)).toBe(html(text));
  });
});
