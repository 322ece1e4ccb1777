import { describe, expect, test } from '@jest/globals';
import { placeOf, spanOf } from './place.ts';

describe('spans of fields', () => {
  const spans = { '': [0, 90], labels: [10, 40], 'labels.severity': [20, 30] } as const;

  test('a field has its own span', () => {
    expect(spanOf(spans, 'labels.severity')).toEqual([20, 30]);
  });
  test('a field without a span has that of the nearest enclosing field', () => {
    expect(spanOf(spans, 'labels.team')).toEqual([10, 40]);
    expect(spanOf(spans, 'annotations.summary')).toEqual([0, 90]);
  });
  test('an element without spans is placed at its file', () => {
    expect(placeOf('a.yaml', {}, ['labels'])).toEqual({ path: 'a.yaml' });
  });
});
