import type { ContainerFacts, WrittenAt } from '@shipworthy/model';

/** What stands in a container, as far as a file says. */
interface Program {
  readonly image?: WrittenAt | undefined;
  readonly builds?: string | undefined;
  readonly command?: string | undefined;
}

/** The facts of it; what the file does not say is left out. */
export const programFacts = ({ image, builds, command }: Program): Pick<ContainerFacts, keyof Program> => ({
  ...(image ? { image } : {}),
  ...(builds === undefined ? {} : { builds }),
  ...(command === undefined ? {} : { command }),
});
