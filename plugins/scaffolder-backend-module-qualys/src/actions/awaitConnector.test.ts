import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { RequestProgress } from 'backstage-plugin-qualys-common';
import { createAwaitConnectorAction } from './awaitConnector';

/** Waits for a request that is told of in some answers, one after the other. */
async function waitFor(answers: (RequestProgress | Error)[]) {
  const progress = jest.fn(async () => {
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer;
    return answer;
  });
  const outputs: Record<string, unknown> = {};
  await createAwaitConnectorAction({
    requests: { progress },
    pollMs: 1,
  }).handler({
    ...createMockActionContext({
      input: { requestId: 'r1', timeout: { seconds: 20 } },
      user: { ref: 'user:default/asker' },
    }),
    output: (name, value) => {
      if (value !== undefined) outputs[name] = value;
    },
  });
  return { outputs, asked: progress.mock.calls.length };
}

const failure = (name: string) =>
  Object.assign(new Error('It did not work'), { name });

describe('waiting for a connector', () => {
  it('ends when it is active, with its entity', async () => {
    const entityRef = 'resource:default/aws-048213570001-1f2e3d4c';
    expect(
      await waitFor([
        { id: 'r1', state: 'provisioning' },
        { id: 'r1', state: 'verifying' },
        { id: 'r1', state: 'active', entityRef },
      ]),
    ).toEqual({
      outputs: {
        state: 'active',
        stillPending: false,
        active: true,
        entityRef,
      },
      asked: 3,
    });
  });

  it('ends when somebody has to mend something', async () => {
    const { outputs } = await waitFor([
      {
        id: 'r1',
        state: 'failed',
        problem: { message: 'Qualys was not let in' },
      },
    ]);
    expect(outputs).toEqual({
      state: 'failed',
      stillPending: false,
      active: false,
      problem: 'Qualys was not let in',
    });
  });

  it.each(['draft', 'awaitingAccess'] as const)(
    'holds no worker while people have to enter something: %s',
    async state => {
      expect(
        await waitFor([
          { id: 'r1', state },
          { id: 'r1', state: 'active' },
        ]),
      ).toEqual({
        outputs: { state, stillPending: true, active: false },
        asked: 1,
      });
    },
  );

  it('goes on where the portal cannot be asked for a moment', async () => {
    const { asked } = await waitFor([
      failure('ServiceUnavailableError'),
      failure('TypeError'),
      { id: 'r1', state: 'active' },
    ]);
    expect(asked).toBe(3);
  });

  it('does not go on where there is no such request', async () => {
    await expect(waitFor([failure('NotFoundError')])).rejects.toThrow(
      'It did not work',
    );
  });
});
