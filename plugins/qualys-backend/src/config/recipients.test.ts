import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readRecipients } from './recipients';

const config = (qualys: JsonObject) =>
  mockServices.rootConfig({ data: { qualys } });

describe('readRecipients', () => {
  it('completes references, and is nobody unless configured', () => {
    const some = config({ notify: ['platform', 'user:ops/pat'] });
    expect(readRecipients(some, 'removals')).toEqual([
      'group:default/platform',
      'user:ops/pat',
    ]);
    expect(readRecipients(config({}), 'claims')).toEqual([]);
  });

  it('has others told of claims where these are named', () => {
    const own = config({
      notify: ['platform'],
      bindings: { notify: ['clerks'] },
    });
    expect(readRecipients(own, 'claims')).toEqual(['group:default/clerks']);
    expect(readRecipients(own, 'removals')).toEqual(['group:default/platform']);
    const nobody = config({ notify: ['platform'], bindings: { notify: [] } });
    expect(readRecipients(nobody, 'claims')).toEqual([]);
  });

  it.each<[JsonObject, RegExp]>([
    [{ notify: ['ok', 'a b'] }, /qualys\.notify\.1: /],
    [{ notify: [7] }, /qualys\.notify: .*list/],
    [{ notify: 'platform' }, /qualys\.notify: .*list/],
    [{ bindings: { notify: ['a b'] } }, /qualys\.bindings\.notify\.0: /],
  ])('refuses %j and names the key', (qualys, message) => {
    expect(() => readRecipients(config(qualys), 'claims')).toThrow(message);
  });
});
