import { describe, expect, test } from '@jest/globals';
import { html, told, toldInParts, trusted } from './html.ts';

describe('what is filled into a template', () => {
  test.each([
    ['<b>', '&lt;b&gt;'],
    ['a & b', 'a &amp; b'],
    ['"\'', '&quot;&#39;'],
    ['a\u202eb', 'a\\u202eb'],
    ['\u0000\u001b[31m', '\\x00\\x1b[31m'],
    ['\ud800', '\\ud800'],
    ['two\nlines', 'two\\nlines'],
    ['שלום 👩‍💻', 'שלום 👩‍💻'],
  ])('the text %j stands as %j', (text, stands) => {
    expect(html`<i title="${text}">${text}</i>`.text).toBe(`<i title="${stands}">${stands}</i>`);
  });

  test('HTML, lists and nothing stand as they are', () => {
    const items = ['<', '>'].map((one) => html`<li>${one}</li>`);
    expect(html`${items}${undefined}${false}${0}${trusted('&')}${[]}`.text).toBe('<li>&lt;</li><li>&gt;</li>0&');
  });

  test('a text of others keeps its direction to itself', () => {
    expect(told('a<b').text).toBe('<bdi>a&lt;b</bdi>');
    expect(toldInParts('acme/<b>').text).toBe('<bdi>acme/<wbr>&lt;b&gt;</bdi>');
  });
});
