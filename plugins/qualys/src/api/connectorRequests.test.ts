import { HttpResponse } from 'msw';
import { linesOfRequests, setupClientApi } from '../__testUtils__/clientApi';
import { ASSETS_CHOICES } from '../__testUtils__/connectorFixtures';
import {
  connectorRequest,
  EXTERNAL_ID,
  requestChoices,
  requestFindings,
  TRUST_POLICY,
} from '../__testUtils__/requestFixtures';

const { api, backend } = setupClientApi();

describe('the API of requests', () => {
  it('sends what is done with a request for a connector from a known state', async () => {
    const draft = connectorRequest();
    const requests = backend(() => HttpResponse.json(draft));
    const { settings } = draft;
    const target = { subscription: 'main', provider: 'AWS' as const, settings };

    await api.createConnectorRequest(target);
    await api.getConnectorRequest('a/b');
    await api.saveConnectorRequest('a/b', 'v1', { settings: { name: 'x' } });
    await api.actOnConnectorRequest('a/b', 'v2', 'submit', { direct: true });
    await api.actOnConnectorRequest('a/b', 'v3', 'reject', { reason: 'no' });
    await api.getConnectorRequestTemplate('a/b');
    await api.deleteConnector(
      { subscription: 'main', id: 'c/d' },
      { name: 'payments', reason: 'gone' },
    );

    expect(requests).toEqual([
      { method: 'POST', url: '/requests', body: JSON.stringify(target) },
      { method: 'GET', url: '/requests/a%2Fb', body: '' },
      {
        method: 'PUT',
        url: '/requests/a%2Fb',
        body: '{"settings":{"name":"x"}}',
        ifMatch: '"v1"',
      },
      {
        method: 'POST',
        url: '/requests/a%2Fb/submit',
        body: '{"direct":true}',
        ifMatch: '"v2"',
      },
      {
        method: 'POST',
        url: '/requests/a%2Fb/reject',
        body: '{"reason":"no"}',
        ifMatch: '"v3"',
      },
      { method: 'GET', url: '/requests/a%2Fb/template', body: '' },
      {
        method: 'POST',
        url: '/connectors/main/c%2Fd/delete',
        body: '{"name":"payments","reason":"gone"}',
      },
    ]);
  });

  it('asks for requests, for what they can choose from, and what would be wrong', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        items: [connectorRequest()],
        totalItems: 1,
        ...requestChoices(),
        ...requestFindings(),
        ...ASSETS_CHOICES,
        externalId: EXTERNAL_ID,
        principalAccount: '805950163170',
        customerOwned: false,
        trustPolicy: TRUST_POLICY,
      }),
    );
    const check = {
      subscription: 'main',
      provider: 'AWS' as const,
      settings: { name: 'x' },
    };

    await api.listConnectorRequests({ scope: 'mine', state: 'submitted' });
    await api.checkConnectorRequest(check);
    await api.getConnectorRequestChoices();
    await api.getConnectorRequestAssetsChoices('a/b');
    await api.getNewExternalId({ subscription: 'main', partition: 'aws-cn' });

    expect(linesOfRequests(requests)).toEqual([
      'GET /requests?scope=mine&state=submitted',
      'POST /requests/check',
      'GET /requests/choices',
      'GET /requests/choices/a%2Fb',
      'GET /external-id?subscription=main&partition=aws-cn',
    ]);
    expect(requests[1].body).toBe(JSON.stringify(check));
  });
});
