import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { completed } from './completion.ts';
import { asJsonSchema, isObject, type Schema } from './json-schema.ts';

const FILE = new URL('../../description/api.github.com.json', import.meta.url);

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * GitHub's own description of its API (OpenAPI 3.0), asked about one operation at a time: is this answer one GitHub could
 * give, is this request one it would take? Operations are named by their `operationId`.
 */
export class Description {
  readonly #document: Record<string, unknown>;
  readonly #operations = new Map<string, Operation>();
  readonly #ajv: Ajv;
  readonly #compiled = new Map<string, ValidateFunction | undefined>();

  constructor(document: unknown) {
    if (!isObject(document)) throw new Error('the description of the API is no object');
    this.#document = document;
    const paths = isObject(document.paths) ? document.paths : {};
    for (const [path, item] of Object.entries(paths))
      for (const [method, value] of Object.entries(isObject(item) ? item : {}))
        if (isObject(value) && typeof value.operationId === 'string')
          this.#operations.set(value.operationId, {
            method: method.toUpperCase(),
            path,
            pointer: `/paths/${escaped(path)}/${method}`,
            value,
          });
    // Not strict: the document has keywords of OpenAPI between the schemas, and formats that only say something to people.
    this.#ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(Object.assign({}, asJsonSchema(document), { $id: 'github' }));
  }

  get operations(): readonly string[] {
    return [...this.#operations.keys()];
  }

  /** `GET /repos/{owner}/{repo}` */
  routeOf(operation: string): string {
    const { method, path } = this.#operation(operation);
    return `${method} ${path}`;
  }

  /** Our part of an answer with the rest GitHub always sends. Throws on properties GitHub does not have. */
  complete(operation: string, status: number, ours: unknown): unknown {
    const schema = this.#at(`${this.#responsePointer(operation, status)}`);
    return schema === undefined ? ours : completed((pointer) => this.#at(pointer.slice(1)), schema, ours, operation);
  }

  /** Throws when GitHub could not have given this answer. False: the description leaves that answer open. */
  checkAnswer(operation: string, status: number, body: unknown): boolean {
    const check = this.#validator(this.#responsePointer(operation, status));
    if (!check) return false;
    if (check(body)) return true;
    throw new Error(`the answer ${status} of ${operation} is none of GitHub's: ${this.#ajv.errorsText(check.errors)}`);
  }

  /** What is wrong with a request's body, or undefined. */
  faultOfRequest(operation: string, body: unknown): string | undefined {
    const { pointer } = this.#operation(operation);
    const check = this.#validator(`${pointer}/requestBody/content/application~1json/schema`);
    return !check || check(body) ? undefined : this.#ajv.errorsText(check.errors, { dataVar: 'body' });
  }

  #responsePointer(operation: string, status: number): string {
    const response = `${this.#operation(operation).pointer}/responses/${status}`;
    const found = this.#at(response);
    const target = isObject(found) && typeof found.$ref === 'string' ? found.$ref.slice(1) : response;
    return `${target}/content/application~1json/schema`;
  }

  #validator(pointer: string): ValidateFunction | undefined {
    if (!this.#compiled.has(pointer))
      this.#compiled.set(
        pointer,
        this.#at(pointer) === undefined ? undefined : this.#ajv.compile({ $ref: `github#${encodeURI(pointer)}` }),
      );
    return this.#compiled.get(pointer);
  }

  #operation(id: string): Operation {
    const operation = this.#operations.get(id);
    if (!operation) throw new Error(`${id} is not in the trimmed description of GitHub's API`);
    return operation;
  }

  #at(pointer: string): Schema | undefined {
    let node: unknown = this.#document;
    for (const step of pointer.split('/').slice(1)) {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      node = isObject(node) ? node[key] : undefined;
    }
    return isObject(node) ? node : undefined;
  }
}

const escaped = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');

let loaded: Description | undefined;

/** The trimmed description of this package, read and compiled once. */
export function gitHubDescription(): Description {
  loaded ??= new Description(JSON.parse(readFileSync(FILE, 'utf8')));
  return loaded;
}
