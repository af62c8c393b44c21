import { HttpResponse } from 'msw';
import { linesOfRequests, setupClientApi } from '../__testUtils__/clientApi';
import { entityHub, wholeHub } from '../__testUtils__/securityHubFixtures';

const { api, backend } = setupClientApi();

describe('the API of Security Hub', () => {
  it('asks for what Security Hub gets, and changes it from a known state', async () => {
    const answers: object[] = [];
    const requests = backend(() => HttpResponse.json(answers.shift()));
    const object = {
      entity: { kind: 'component', namespace: 'default', name: 'x' },
      subscription: 'main',
      id: '34/5',
    };
    const rows = entityHub().rows;
    const why = { name: 'Commerce', reason: 'it has ended' };
    answers.push(
      ...[entityHub(), entityHub(), entityHub()],
      { items: [wholeHub()], asOf: wholeHub().asOf },
      { items: [wholeHub()], asOf: wholeHub().asOf },
      ...[wholeHub(), wholeHub(), wholeHub(), wholeHub(), wholeHub()],
      { deleted: true },
    );

    await api.getEntitySecurityHub(object);
    await api.getEntitySecurityHub(object, { fresh: true });
    await api.updateEntitySecurityHub(object, 'v', { rows });
    await api.listSecurityHubIntegrations('a/b');
    await api.listSecurityHubIntegrations('main', { fresh: true });
    await api.getSecurityHubIntegration(object, { fresh: true });
    await api.createSecurityHubIntegration('main', { name: 'x', rows });
    await api.updateSecurityHubIntegration(object, 'v', { rows });
    await api.renameSecurityHubIntegration(object, 'v', { name: 'x' });
    await api.removeSecurityHubAccounts(object, 'v', why);
    await api.deleteSecurityHubIntegration(object, 'v', why);

    const of = '/entities/component/default/x/security-hub/main/34%2F5';
    const one = '/security-hub/main/34%2F5';
    expect(linesOfRequests(requests)).toEqual([
      `GET ${of}`,
      `GET ${of}?fresh=true`,
      `PUT ${of} "v"`,
      'GET /security-hub/a%2Fb',
      'GET /security-hub/main?fresh=true',
      `GET ${one}?fresh=true`,
      'POST /security-hub/main',
      `PUT ${one} "v"`,
      `PUT ${one}/name "v"`,
      `POST ${one}/accounts/delete "v"`,
      `POST ${one}/delete "v"`,
    ]);
  });
});
