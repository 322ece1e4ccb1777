import { artifactsOf, type Inventory, type Profile } from '@shipworthy/model';

/** The notice on the page that greets, when its first lines say that the repository is over. */
export function retirementOf(inventory: Inventory): Profile['retired'] {
  for (const { path, pathClass, facts } of artifactsOf(inventory, 'readme'))
    if (pathClass === 'authored' && facts.folder === '' && facts.retired)
      return {
        because: `${path} says that it is over: what is missing is advice`,
        at: { path, span: facts.retired },
      };
  return undefined;
}
