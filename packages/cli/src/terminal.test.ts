import { describe, expect, test } from '@jest/globals';
import { colorLevel, columns, supportsHyperlinks } from './terminal.ts';

describe('colorLevel', () => {
  const tty = { flag: undefined, env: {}, isTTY: true, detected: 3 } as const;
  test.each([
    ['a terminal gets what it can show', {}, 3],
    ['a pipe gets none', { isTTY: false }, 0],
    ['a dumb terminal gets none', { env: { TERM: 'dumb' } }, 0],
    ['--no-color', { flag: false, env: { FORCE_COLOR: '1' } }, 0],
    ['--color into a pipe', { flag: true, isTTY: false, detected: 0 }, 1],
    ['--color wins over NO_COLOR', { flag: true, env: { NO_COLOR: '1' } }, 3],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, 0],
    ['NO_COLOR that is empty does not count', { env: { NO_COLOR: '' } }, 3],
    ['NO_COLOR wins over FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, 0],
    ['FORCE_COLOR into a pipe', { isTTY: false, detected: 0, env: { FORCE_COLOR: '' } }, 1],
    ['FORCE_COLOR with a level', { isTTY: false, env: { FORCE_COLOR: '2' } }, 2],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, 0],
    ['FORCE_COLOR=false', { env: { FORCE_COLOR: 'false' } }, 0],
  ] as const)('%s', (_, change, level) => {
    expect(colorLevel({ ...tty, ...change })).toBe(level);
  });
});

describe('supportsHyperlinks', () => {
  test.each([
    ['iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.1' }],
    ['Visual Studio Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.2' }],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }],
    ['kitty', { TERM: 'xterm-kitty' }],
    ['foot with a suffix', { TERM: 'foot-extra' }],
    ['GNOME Terminal', { TERM: 'xterm-256color', VTE_VERSION: '7200' }],
    ['Windows Terminal', { WT_SESSION: 'a-b' }],
    ['FORCE_HYPERLINK', { FORCE_HYPERLINK: '1', TERM: 'dumb' }],
  ])('%s has them', (_, env) => {
    expect(supportsHyperlinks(env, true)).toBe(true);
  });

  test.each([
    ['an unknown terminal', { TERM: 'xterm-256color' }],
    ['no environment', {}],
    ['an old iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }],
    ['a Visual Studio Code without a version', { TERM_PROGRAM: 'vscode' }],
    ['the VTE that crashed on them', { VTE_VERSION: '5000' }],
    ['tmux inside kitty', { TERM: 'tmux-256color', KITTY_WINDOW_ID: '1', TMUX: '/tmp/x' }],
    ['screen', { TERM: 'screen.xterm-256color', VTE_VERSION: '7200' }],
    ['continuous integration', { CI: 'true', TERM: 'xterm-kitty' }],
    ['a dumb terminal', { TERM: 'dumb', WT_SESSION: 'x' }],
    ['FORCE_HYPERLINK=0', { FORCE_HYPERLINK: '0', TERM: 'xterm-kitty' }],
    ['a name that every object has', { TERM_PROGRAM: 'constructor', TERM_PROGRAM_VERSION: '9.9' }],
  ])('%s does not', (_, env) => {
    expect(supportsHyperlinks(env, true)).toBe(false);
  });

  test('a pipe does not, whatever terminal started it', () => {
    expect(supportsHyperlinks({ TERM: 'xterm-kitty' }, false)).toBe(false);
  });
});

test('the width is that of the terminal, or a default', () => {
  expect([columns({ columns: 72 }), columns({}), columns({ columns: 0 })]).toEqual([72, 100, 100]);
});
