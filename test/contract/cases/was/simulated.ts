import type { SimulatorSetUp } from '../../contractCase';

/** The web app of the samples, and the DNS overrides that are assigned to it. */
export const holdingWebApp = (
  webApp: { cancelScansAfterNHours?: number } = {},
): SimulatorSetUp => ({
  holds(control) {
    control.addDnsOverride({ id: 14620, name: 'eee' });
    control.addDnsOverride({ id: 10820, name: 'Demo-updated3' });
    control.addWebApp({
      id: 1234,
      name: 'My Web Application5',
      url: 'http://mywebapp.com',
      dnsOverrideIds: [14620, 10820],
      defaultDnsOverrideId: 10820,
      ...webApp,
    });
  },
});

/** The scan of the samples, in a status. */
export const holdingScan = (
  status: string,
  resultsStatus?: string,
): SimulatorSetUp => ({
  holds(control) {
    control.addWebApp({
      id: 1234,
      name: 'My Web Application5',
      url: 'http://mywebapp.com',
    });
    control.addScan({ id: 1902350, webAppId: 1234, status, resultsStatus });
  },
});
