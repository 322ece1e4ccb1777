import { DART, ELIXIR, SWIFT } from './apps.ts';
import { DOTNET } from './dotnet.ts';
import { GO } from './go.ts';
import { JAVASCRIPT } from './javascript.ts';
import { GROOVY, JAVA, KOTLIN, SCALA } from './jvm.ts';
import type { TestLanguage } from './language.ts';
import { CPP, LUA, SHELL } from './native.ts';
import { OTHERS } from './others.ts';
import { PHP } from './php.ts';
import { PYTHON } from './python.ts';
import { RUBY } from './ruby.ts';
import { RUST } from './rust.ts';

export type { LayerSign, TestLanguage } from './language.ts';

const TEST_LANGUAGES: readonly TestLanguage[] = [
  ...[
    JAVASCRIPT,
    PYTHON,
    GO,
    JAVA,
    KOTLIN,
    GROOVY,
    SCALA,
    RUBY,
    DOTNET,
    PHP,
    ELIXIR,
    RUST,
    SWIFT,
    DART,
    CPP,
    SHELL,
    LUA,
  ],
  ...OTHERS,
];

const BY_EXTENSION: ReadonlyMap<string, TestLanguage> = new Map(
  TEST_LANGUAGES.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)),
);

/** The language of a file by its extension, which may be of any case. */
export const testLanguageOf = (path: string): TestLanguage | undefined =>
  BY_EXTENSION.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
