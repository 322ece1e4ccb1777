/** Packages that run Gherkin, by how their names begin or end in the registries of languages. */
const RUNNER =
  /cucumber|behave|behat|reqnroll|specflow|karate|pytest-bdd|radish|lettuce|godog|gherkin|jbehave|serenity|turnip|xunit\.gherkin|lightbdd|codeception|quickpickle|playwright-bdd|jest-cucumber/i;

/** Is the package one that runs features, as its name says? */
export const isRunner = (name: string): boolean => RUNNER.test(name);
