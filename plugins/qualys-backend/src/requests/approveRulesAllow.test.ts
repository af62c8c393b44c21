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

/** A backend in which one rule fits, with what it allows. */
const startAllowing = (allow?: string[]) =>
  start({
    qualys: {
      requests: {
        approve: [
          {
            name: 'Sandbox accounts',
            match: { account: AWS_SETTINGS.account },
            ...(allow && { allow }),
          },
        ],
      },
    },
  });

describe('a rule that approves requests', () => {
  it('leaves to a person what does more than read the account', async () => {
    const of = await startAllowing();
    const ruleFor = async (name: string, settings: RequestDraftSettings) => {
      const wanted = { ...AWS_SETTINGS, name, ...settings };
      return (await of.submitted('AWS', wanted)).decision?.rule;
    };
    expect(await ruleFor('Remediates', REMEDIATION)).toBeUndefined();
    expect(await ruleFor('Scans', SCAN)).toBeUndefined();
    expect(await ruleFor('Reads', NEITHER)).toBe('Sandbox accounts');
  });

  it('approves what it allows, and nothing beyond', async () => {
    const of = await startAllowing(['remediation']);
    const stateOf = async (name: string, settings: RequestDraftSettings) =>
      (await of.submitted('AWS', { ...AWS_SETTINGS, name, ...settings })).state;
    expect(await stateOf('Remediates', REMEDIATION)).toBe('awaitingAccess');
    expect(await stateOf('Both', { ...REMEDIATION, ...SCAN })).toBe(
      'submitted',
    );
  });

  it('allows nothing that there is not', async () => {
    await expect(startAllowing(['everything'])).rejects.toThrow(
      /qualys\.requests\.approve\.0\.allow\.0: must be one of remediation, perimeterScan/,
    );
  });
});
