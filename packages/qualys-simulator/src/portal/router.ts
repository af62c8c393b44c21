import { Router } from 'express';

const VERSIONS = {
  'Portal-Version': {
    'PortalApplication-VERSION': '3.21.0.0',
    'WAS-VERSION': '9.6.0.0',
    'VM-VERSION': '1.0.3',
  },
  'QWeb-Version': {
    'WEB-VERSION': '10.30.0.0',
    'SCANNER-VERSION': '14.4.38-1',
    'VULNSIGS-VERSION': '2.6.200-2',
  },
};

function xmlElements(value: object): string {
  return Object.entries(value)
    .map(([name, content]) => {
      const inner =
        typeof content === 'object' ? xmlElements(content) : String(content);
      return `<${name}>${inner}</${name}>`;
    })
    .join('');
}

/**
 * What is asked of the portal itself, under `/qps/rest/portal`: the versions
 * of its parts, which serves as the cheapest call that tells whether the
 * credentials are good. XML, unless JSON is asked for.
 */
export function portalRouter(): Router {
  const router = Router({ caseSensitive: true });

  router.get('/version', (_req, res) => {
    const answer = { responseCode: 'SUCCESS', count: 1, data: VERSIONS };
    res.format({
      xml: () => {
        const document = xmlElements({ ServiceResponse: answer });
        res.send(`<?xml version="1.0" encoding="UTF-8"?>\n${document}`);
      },
      json: () => {
        res.json({ ServiceResponse: answer });
      },
    });
  });

  return router;
}
