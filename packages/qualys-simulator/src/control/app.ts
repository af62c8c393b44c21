import express, { type ErrorRequestHandler, type Express } from 'express';
import { z } from 'zod';
import { ObjectIdError } from '../core/idError';
import type { SimulatorControl } from './control';

function problem(error: unknown): { status: number; body: object } | undefined {
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(({ path, message }) => ({
      field: path.join('.') || '(body)',
      message,
    }));
    const text = issues.map(issue => `${issue.field}: ${issue.message}`);
    return { status: 400, body: { error: text.join('; '), issues } };
  }
  if (error instanceof ObjectIdError) {
    const status = error.kind === 'unknown' ? 404 : 409;
    return { status, body: { error: error.message } };
  }
  if (error instanceof SyntaxError && 'body' in error) {
    return { status: 400, body: { error: `(body): ${error.message}` } };
  }
  return undefined;
}

const answerProblem: ErrorRequestHandler = (error, _req, res, next) => {
  const known = problem(error);
  if (known) res.status(known.status).json(known.body);
  else next(error);
};

/** The control port: the verbs of the control over HTTP, in JSON. */
export function controlApp(control: SimulatorControl): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json({ limit: '1mb' }));

  app.get('/health', (_req, res) => {
    res.json(control.health());
  });

  app.post('/faults', (req, res) => {
    control.addFault(req.body);
    res.status(204).end();
  });
  app.delete('/faults', (_req, res) => {
    control.clearFaults();
    res.status(204).end();
  });

  app.get('/journal', (_req, res) => {
    res.json(control.journal());
  });
  app.delete('/journal', (_req, res) => {
    control.clearJournal();
    res.status(204).end();
  });

  app.get('/behaviours', (_req, res) => {
    res.json(control.behaviours());
  });
  app.put('/behaviours', (req, res) => {
    control.setBehaviours(req.body);
    res.json(control.behaviours());
  });
  app.put('/limits', (req, res) => {
    control.setLimits(req.body);
    res.status(204).end();
  });

  app.delete('/tokens', (_req, res) => {
    control.expireTokens();
    res.status(204).end();
  });

  app.put('/users/:username/rights', (req, res) => {
    control.setUserRights(req.params.username, req.body);
    res.status(204).end();
  });

  app.put('/access-refused', (req, res) => {
    control.setAccessRefused(req.body);
    res.status(204).end();
  });

  app.post('/clock', (req, res) => {
    control.advanceClock(req.body.ms);
    res.json(control.health());
  });
  app.post('/reset', (req, res) => {
    control.reset(req.body);
    res.json(control.health());
  });

  app.post('/connectors', (req, res) => {
    res.status(201).json(control.addConnector(req.body));
  });
  app.patch('/connectors/:id', (req, res) => {
    res.json(control.updateConnector(req.params.id, req.body));
  });
  app.delete('/connectors/:id', (req, res) => {
    control.removeConnector(req.params.id);
    res.status(204).end();
  });

  app.get('/s3-integrations', (_req, res) => {
    res.json(control.s3Integrations());
  });
  app.post('/s3-integrations', (req, res) => {
    res.status(201).json(control.addS3Integration(req.body));
  });
  app.get('/security-hub-integrations', (_req, res) => {
    res.json(control.securityHubIntegrations());
  });
  app.post('/security-hub-integrations', (req, res) => {
    res.status(201).json(control.addSecurityHubIntegration(req.body));
  });
  app.get('/option-profiles', (_req, res) => {
    res.json(control.optionProfiles());
  });
  app.post('/option-profiles', (req, res) => {
    res.status(201).json(control.addOptionProfile(req.body));
  });

  app.post('/asset-data-connectors', (req, res) => {
    res.status(201).json({ id: control.addAssetDataConnector(req.body) });
  });
  app.get('/connectors/:id/asset-data-connector', (req, res) => {
    const id = control.assetDataConnectorId(req.params.id);
    if (id === undefined) {
      const { id: connectorId } = req.params;
      throw new ObjectIdError(
        'unknown',
        `Asset Management has no connector of CloudView's ${connectorId}`,
      );
    }
    res.json({ id });
  });
  app.post('/tags', (req, res) => {
    res.status(201).json({ id: control.addTag(req.body) });
  });
  app.post('/web-apps', (req, res) => {
    res.status(201).json({ id: control.addWebApp(req.body) });
  });
  app.get('/web-apps/left-in-subscription', (_req, res) => {
    res.json(control.webAppsLeftInSubscription());
  });
  app.post('/scans', (req, res) => {
    res.status(201).json({ id: control.addScan(req.body) });
  });
  app.post('/dns-overrides', (req, res) => {
    res.status(201).json({ id: control.addDnsOverride(req.body) });
  });
  app.post('/auth-records', (req, res) => {
    res.status(201).json({ id: control.addAuthRecord(req.body) });
  });

  app.use((req, res) => {
    res.status(404).json({ error: `There is no ${req.method} ${req.path}` });
  });
  app.use(answerProblem);
  return app;
}
