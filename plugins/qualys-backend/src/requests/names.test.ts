import {
  AWS_SETTINGS,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

describe('the name of a connector that is asked for', () => {
  it('is that of one request alone, even where several are submitted at the same moment', async () => {
    const of = await start();
    const drafts = [];
    for (let count = 0; count < 5; count++) {
      drafts.push(await of.draft('AWS', AWS_SETTINGS));
    }
    const answers = await Promise.all(
      drafts.map(draft => of.attempt(draft, 'submit')),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(4);
    for (const answer of refused) {
      expect(refusalOf(answer)).toMatchObject({
        status: 400,
        fields: [
          {
            path: 'body.settings.name',
            message: 'is the name of another connector or of another request',
          },
        ],
      });
    }
    const states = await of.knex('connector_requests').select('state');
    expect(states.map(({ state }) => state).sort()).toEqual([
      'draft',
      'draft',
      'draft',
      'draft',
      'submitted',
    ]);
  });
});
