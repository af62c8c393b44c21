import { requestListSchema } from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  ASKER,
  AWS_SETTINGS,
  COLLEAGUE,
  GUEST,
  OTHER,
  refusalOf,
  useRequestsBackend,
  type Person,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(24);

describe('the list of requests', () => {
  it('shows each what they may see', async () => {
    const of = await start();
    const mine = await of.submitted();
    const others = await of.draft(
      'AWS',
      { ...AWS_SETTINGS, name: 'Shipping', owner: 'group:default/shipping' },
      OTHER,
    );
    const seen = async (as: Person, query = '') => {
      const { body } = await of.call('get', `/requests${query}`, { as });
      const { items } = requestListSchema.strict().parse(body);
      return items.map(({ id }) => id).sort();
    };
    expect(await seen(ASKER)).toEqual([mine.id]);
    expect(await seen(COLLEAGUE)).toEqual([mine.id]);
    expect(await seen(COLLEAGUE, '?scope=mine')).toEqual([]);
    expect(await seen(OTHER)).toEqual([others.id]);
    expect(
      refusalOf(await of.call('get', '/requests', { as: GUEST })),
    ).toMatchObject({
      status: 403,
      message: 'You need the permission qualys.request.read',
    });
    expect(await seen(APPROVER)).toEqual([mine.id, others.id].sort());
    expect(await seen(APPROVER, '?state=submitted')).toEqual([mine.id]);
    expect(await seen(APPROVER, '?scope=decidable')).toEqual([mine.id]);
    // Those who may decide about nothing have nothing to decide about.
    expect(await seen(COLLEAGUE, '?scope=decidable')).toEqual([]);
    for (const as of [OTHER, GUEST] as const) {
      const answer = await of.call('get', `/requests/${mine.id}`, { as });
      expect(answer.status).toBe(404);
    }
  });
});
