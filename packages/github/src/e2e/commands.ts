/** The commands that a runner would act on, as it reads a log: those between a stop and its word are text. */
export function commandsOf(log: string): readonly string[] {
  const commands: string[] = [];
  let word: string | undefined;
  for (const line of log.split('\n').map((each) => each.trimStart())) {
    if (word !== undefined) {
      if (line.trimEnd() === `::${word}::`) word = undefined;
      continue;
    }
    const stop = /^::stop-commands::(.+)$/.exec(line)?.[1];
    if (stop !== undefined) word = stop.trim();
    else if (line.startsWith('::') || line.includes('##[')) commands.push(line);
  }
  return commands.filter((line) => !/^::(?:group|endgroup)::/.test(line));
}
