import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import {
  scanList,
  webApp,
  webAppChoices,
  WEB_APP_OBJECT,
} from '../__testUtils__/webAppFixtures';

const { api, backend } = setupClientApi();

const PATH = '/entities/component/default/checkout/web-apps/main/4711';

describe('the API of web apps', () => {
  it('reads web apps and their scans, afresh for forms alone', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...webApp(), ...scanList(), ...webAppChoices() }),
    );

    await api.getWebApp(WEB_APP_OBJECT);
    await api.getWebApp(WEB_APP_OBJECT, { fresh: true });
    await api.getWebAppChoices(WEB_APP_OBJECT);
    const { items } = await api.getWebAppScans(WEB_APP_OBJECT, { fresh: true });

    expect(items).toHaveLength(3);
    expect(requests.map(({ url }) => url)).toEqual([
      PATH,
      `${PATH}?fresh=true`,
      `${PATH}/choices`,
      `${PATH}/scans?fresh=true`,
    ]);
  });

  it('sends changes of web apps from the state that they are made from', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...webApp(), ...scanList() }),
    );

    await api.updateWebApp(WEB_APP_OBJECT, 'v1', { settings: { name: 'x' } });
    await api.launchScan(WEB_APP_OBJECT, 'v2', {
      name: 'x',
      type: 'DISCOVERY',
    });
    await api.cancelScan(WEB_APP_OBJECT, 'v3', '8/1', { reason: 'it hurts' });

    expect(requests).toEqual([
      {
        method: 'PATCH',
        url: PATH,
        body: '{"settings":{"name":"x"}}',
        ifMatch: '"v1"',
      },
      {
        method: 'POST',
        url: `${PATH}/scans`,
        body: '{"name":"x","type":"DISCOVERY"}',
        ifMatch: '"v2"',
      },
      {
        method: 'POST',
        url: `${PATH}/scans/8%2F1/cancel`,
        body: '{"reason":"it hurts"}',
        ifMatch: '"v3"',
      },
    ]);
  });

  it('creates a web app for an entity', async () => {
    const entityRef = 'component:default/checkout';
    const annotation = { name: 'qualys.com/web-apps', value: '4711' };
    const requests = backend(() =>
      HttpResponse.json({ webApp: webApp(), entityRef, annotation }),
    );
    const settings = { name: 'x', url: 'https://x.example.com' };

    const created = await api.createWebApp('main', { entityRef, settings });

    expect(created.annotation).toEqual(annotation);
    expect(requests).toEqual([
      {
        method: 'POST',
        url: '/web-apps/main',
        body: JSON.stringify({ entityRef, settings }),
      },
    ]);
  });
});
