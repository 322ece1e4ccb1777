import type { ProtoMethod, ProtoService } from '../../protobuf/descriptors.ts';
import type { Report } from './checks.ts';
import { optionOf } from './features.ts';
import { byName, type Side } from './side.ts';
import { isSameType } from './type-names.ts';

/** Two versions of one service. */
export function compareService(
  before: Side,
  older: ProtoService,
  after: Side,
  newer: ProtoService,
  report: Report,
): void {
  const now = byName(newer.methods);
  for (const method of older.methods) {
    const other = now.get(method.name);
    const about = `rpc ${newer.name}.${method.name}`;
    if (other) compareMethod(before, method, after, other, about, report);
    else report.add('RPC_NO_DELETE', { what: `the ${about} is gone`, about, at: newer.at });
  }
}

function compareMethod(
  before: Side,
  older: ProtoMethod,
  after: Side,
  newer: ProtoMethod,
  about: string,
  report: Report,
): void {
  for (const [direction, part, typeCheck, streamCheck] of [
    ['request', 'input', 'RPC_SAME_REQUEST_TYPE', 'RPC_SAME_CLIENT_STREAMING'],
    ['response', 'output', 'RPC_SAME_RESPONSE_TYPE', 'RPC_SAME_SERVER_STREAMING'],
  ] as const) {
    const [was, is] = [older[part], newer[part]];
    if (!isSameType(before.names.typeOf(was.type, ''), after.names.typeOf(is.type, '')))
      report.add(typeCheck, {
        what: `the ${direction} of ${about} changed from ${was.type} to ${is.type}`,
        about,
        at: is.at,
      });
    if (was.stream !== is.stream)
      report.add(streamCheck, {
        what: `the ${direction} of ${about} changed from ${form(was.stream)} to ${form(is.stream)}`,
        about,
        at: is.at,
      });
  }
  const level = ({ options }: ProtoMethod) => optionOf(options, 'idempotency_level') ?? 'IDEMPOTENCY_UNKNOWN';
  if (level(older) !== level(newer))
    report.add('RPC_SAME_IDEMPOTENCY_LEVEL', {
      what: `the idempotency level of ${about} changed from ${level(older)} to ${level(newer)}`,
      about,
      at: newer.at,
    });
}

const form = (stream: boolean): string => (stream ? 'a stream' : 'one message');
