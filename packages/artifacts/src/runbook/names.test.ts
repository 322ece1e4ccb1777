import { expect, test } from '@jest/globals';
import { isAlertName } from './names.ts';

test.each(['KubeAPIDown', 'etcdMembersDown', 'Tempo_IngesterFailing', 'Alert: "QueueDepthHigh"', 'Node5xxErrors'])(
  'a name of an alert: %s',
  (heading) => expect(isAlertName(heading)).toBe(true),
);

test.each(['Overview', 'KUBERNETES', 'Snapshot ID', 'some_snake_case', 'Disk-Full-Now', `aB${'1'.repeat(100)}-`])(
  'no name of an alert: %s',
  (heading) => expect(isAlertName(heading)).toBe(false),
);
