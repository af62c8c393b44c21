import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { explainConnector } from './explain';

const connector = (values: object) =>
  ({
    state: 'error',
    reportedState: 'ERROR',
    disabled: false,
    ...values,
  } as unknown as MirroredConnector);

describe('what the matter is with a connector', () => {
  it.each<[MirroredConnector['provider'], string, RegExp, RegExp]>([
    [
      'AWS',
      'is not authorized to perform: sts:AssumeRole on resource',
      /does not let Qualys assume the role/,
      /trust policy names/,
    ],
    ['AWS', 'Rate exceeded', /limits how much/, /less often/],
    [
      'AZURE',
      "AADSTS7000222: The provided client secret keys for app '1' are expired.",
      /has expired/,
      /never goes through an action/,
    ],
    [
      'AZURE',
      'AADSTS7000215: Invalid client secret provided.',
      /does not take the secret/,
      /new secret of the application/,
    ],
    [
      'AZURE',
      "AuthorizationFailed: The client '1' does not have authorization",
      /does not let it read the subscription/,
      /role Reader/,
    ],
    [
      'GCP',
      '403 Forbidden: Cloud Resource Manager API has not been used in project p before or it is disabled',
      /is switched off/,
      /Enable the API/,
    ],
    [
      'GCP',
      'invalid_grant: Invalid JWT Signature.',
      /does not take the key/,
      /new key of the service account/,
    ],
    ['GCP', 'Quux', /only its own words say/, /Read what Qualys said/],
  ])('%s: %s', (provider, error, summary, advice) => {
    const errors = { items: [{ error }] };
    const told = explainConnector(connector({ provider }), errors);
    expect(told.summary).toMatch(summary);
    expect(told.advice.join()).toMatch(advice);
    // The last error of the mirror says as much as the list.
    expect(
      explainConnector(connector({ provider, error }), { items: [] }),
    ).toEqual(told);
  });

  it('is nothing where Qualys reads the account', () => {
    const fine = connector({ state: 'success', reportedState: 'SUCCESS' });
    expect(explainConnector(fine, { items: [] })).toEqual({
      summary: 'Nothing is wrong: Qualys reads the account.',
      advice: [],
    });
    expect(
      explainConnector({ ...fine, error: '50004' }, { items: [] }).summary,
    ).toContain('says 50004 beside it');
  });

  it('is that it is switched off, or that it has not begun', () => {
    const off = connector({ state: 'disabled', disabled: true });
    expect(explainConnector(off, { items: [] }).summary).toContain(
      'switched off',
    );
    const pending = connector({
      state: 'pending',
      reportedState: 'PENDING',
      error: '50004',
    });
    const told = explainConnector(pending, { items: [] });
    expect(told.summary).toContain('not read the account yet, and says 50004');
    expect(told.advice.join()).toContain('not documented');
  });

  it('is not guessed where Qualys uses a word that is not known', () => {
    const odd = connector({ state: 'unknown', reportedState: 'THROTTLED' });
    expect(explainConnector(odd, { items: [] }).summary).toContain(
      '“THROTTLED”',
    );
  });
});
