import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';
import { AWS_SETTINGS, useRequestsBackend } from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

const REMEDIATION = { remediationEnabled: true };
const SCAN = { perimeterScan: { enabled: true } };
const NEITHER = {
  remediationEnabled: false,
  perimeterScan: { enabled: false },
};

/** Each of an account of its own: a second request for one is never for a rule. */
const wanted = (nth: number, settings: RequestDraftSettings) => ({
  ...AWS_SETTINGS,
  name: `Number ${nth}`,
  account: `90000000000${nth}`,
  ...settings,
});

/** A backend in which one rule fits, with what it allows. */
const startAllowing = (allow?: string[]) =>
  start({
    qualys: {
      requests: {
        approve: [
          {
            name: 'Sandbox accounts',
            match: { account: '9*' },
            ...(allow && { allow }),
          },
        ],
      },
    },
  });

describe('a rule that approves requests', () => {
  it('leaves to a person what does more than read the account', async () => {
    const of = await startAllowing();
    const ruleFor = async (nth: number, settings: RequestDraftSettings) =>
      (await of.submitted('AWS', wanted(nth, settings))).decision?.rule;
    expect(await ruleFor(1, REMEDIATION)).toBeUndefined();
    expect(await ruleFor(2, SCAN)).toBeUndefined();
    expect(await ruleFor(3, NEITHER)).toBe('Sandbox accounts');
  });

  it('approves what it allows, and nothing beyond', async () => {
    const of = await startAllowing(['remediation']);
    const stateOf = async (nth: number, settings: RequestDraftSettings) =>
      (await of.submitted('AWS', wanted(nth, settings))).state;
    expect(await stateOf(1, REMEDIATION)).toBe('awaitingAccess');
    expect(await stateOf(2, { ...REMEDIATION, ...SCAN })).toBe('submitted');
  });

  it('allows nothing that there is not', async () => {
    await expect(startAllowing(['everything'])).rejects.toThrow(
      /qualys\.requests\.approve\.0\.allow\.0: must be one of remediation, perimeterScan/,
    );
  });
});
