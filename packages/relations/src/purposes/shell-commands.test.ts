import { expect, test } from '@jest/globals';
import { shellCommands } from './shell-commands.ts';

const shown = (script: string) =>
  shellCommands(script).map(
    ({ words, folder, harmless }) =>
      `${folder === undefined ? '' : `[${folder}] `}${words.join('|')}${harmless ? ' (harmless)' : ''}`,
  );

test.each<[name: string, script: string, commands: string[]]>([
  ['lists', 'a x && b; c\nd', ['a|x', 'b', 'c', 'd']],
  ['pipes', 'a 2>&1 | tee log', ['a', 'tee|log']],
  ['quotes hold spaces and operators', `a "b && c" 'd; e' f\\ g`, ['a|b && c|d; e|f g']],
  ['continuations', 'a \\\n  --b \\\n  c', ['a|--b|c']],
  ['remarks', '# a\nb # c\nd#e', ['b', 'd#e']],
  ['redirections name no words', 'a > out 2>> err < in', ['a']],
  ['here-documents are data', 'cat <<EOF > x\nrm -rf /\nEOF\nb', ['cat', 'b']],
  ['a quoted mark', "cat <<-'END'\n  npm test\n  END\nb", ['cat', 'b']],
  ['substitutions belong to a word', `a $(b c) "\${d:-e f}" \`g h\``, [`a|$(b c)|\${d:-e f}|\`g h\``]],
  ['expressions of a pipeline belong to a word', `a \${{ matrix.x }} b`, [`a|\${{ matrix.x }}|b`]],
  ['a folder put before a program', `\${PREFIX}a b; "\${BIN}"/c`, ['a|b', `\${BIN}/c`]],
  ['conditions and loops', 'if a; then b; else c; fi\nwhile d; do e; done', ['a', 'b', 'c', 'd', 'e']],
  ['what a loop runs over is no command', 'for x in npm test; do y; done', ['y']],
  ['folders', 'cd web && a; cd ../api\nb', ['[web] a', '[web/../api] b']],
  ['a folder in brackets ends with them', '(cd web && a)\nb', ['[web] a', 'b']],
  ['the top of the checkout', 'cd web; cd "$ROOT"; a', ['[$ROOT] a']],
  [
    'shrugged off',
    'a || true; b || exit 1; c || echo "it failed"',
    ['a (harmless)', 'true', 'b', 'exit|1', 'c (harmless)', 'echo|it failed'],
  ],
  [
    'a command that is kept in a variable',
    'TEST="npm test"\nfor one in a b; do TEST="$TEST --filter=$one"; done\neval "$TEST"\n$TEST --all\n$OTHER x',
    ['TEST=npm test', 'TEST=$TEST --filter=$one', 'npm|test', 'npm|test|--all', '$OTHER|x'],
  ],
  [
    'a command whose output is kept',
    'cd web\nRUN="npm test"\nOUT=$(eval "$RUN" 2>&1)',
    ['[web] RUN=npm test', '[web] OUT=$(eval $RUN 2>&1)', '[web] npm|test'],
  ],
  ['a whole list is shrugged off', 'a && b || :', ['a (harmless)', 'b (harmless)', ':']],
  ['an open quote ends with the text', 'a "b', ['a|"b']],
])('%s', (_, script, commands) => {
  expect(shown(script)).toEqual(commands);
});

test('a text of any length is read in bounds', () => {
  expect(shellCommands('a;'.repeat(5_000)).length).toBeLessThanOrEqual(1_001);
  expect(shellCommands(`a ${'('.repeat(150_000)}`).length).toBeGreaterThan(0);
});
