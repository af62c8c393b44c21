import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  REQUEST_STATES,
  requestFileSchema,
  type RequestFindings,
} from 'backstage-plugin-qualys-common';
import {
  connectorRequestUrl,
  describedRequest,
} from 'backstage-plugin-qualys-node';
import { z } from 'zod';
import type { RequestsClient } from '../client';
import { requestConnectorExamples } from './examples';
import { fingerprint } from './fingerprint';
import { refuseSecrets } from './refuseSecrets';

const inputSchema = requestFileSchema.omit({ idempotencyKey: true });

/** What a checkpoint keeps of a request that was filed. */
type Filed = {
  requestId: string;
  state: (typeof REQUEST_STATES)[number];
  externalId?: string;
  trustPolicy?: string;
};

// A parameter that was left empty is rendered as an empty text.
function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => [name, withoutEmpty(value)]),
  );
}

function readInput(input: unknown): z.output<typeof inputSchema> {
  const result = inputSchema.safeParse(withoutEmpty(input));
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `input.${path.join('.')}: ${message}`)
      .join('; '),
  );
}

function requireFit({ problems, conflicts }: RequestFindings): void {
  const faults = problems.map(
    ({ path, message }) => `input.${path}: ${message}`,
  );
  if (conflicts.some(({ kind }) => kind === 'nameTaken')) {
    faults.push(
      'input.settings.name: is the name of another connector or of another request',
    );
  }
  if (faults.length > 0) throw new InputError(faults.join('; '));
}

/** Makes the action `qualys:connector:request`. */
export function createRequestConnectorAction(options: {
  config: Pick<RootConfigService, 'getOptionalString'>;
  requests: Pick<RequestsClient, 'check' | 'file'>;
}) {
  const { config, requests } = options;
  return createTemplateAction({
    id: 'qualys:connector:request',
    description:
      'Asks for a Qualys cloud connector in the name of whoever runs the template. Of AWS the request is submitted for a decision. Of Azure and GCP it stays a draft, whose key is entered on the page of the request: the scaffolder keeps what it is given in the clear. A step that runs again files nothing twice.',
    examples: requestConnectorExamples,
    supportsDryRun: true,
    schema: {
      input: describedRequest,
      output: {
        requestId: v3 =>
          v3
            .string()
            .optional()
            .describe('The id of the request; missing after a dry run'),
        url: v3 =>
          v3
            .string()
            .describe('Its page; the list of requests after a dry run'),
        state: v3 =>
          v3
            .enum(REQUEST_STATES)
            .describe('How far it has come: submitted, draft, …'),
        externalId: v3 =>
          v3
            .string()
            .optional()
            .describe('AWS: the external ID for the trust policy of the role'),
        trustPolicy: v3 =>
          v3
            .string()
            .optional()
            .describe('AWS: the trust policy of the role, as JSON'),
      },
    },
    async handler(ctx) {
      refuseSecrets(ctx.input, ctx.secrets);
      const wanted = readInput(ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const inNameOf = { credentials, signal: ctx.signal };

      if (ctx.isDryRun) {
        requireFit(await requests.check(wanted, inNameOf));
        ctx.output('url', connectorRequestUrl(config));
        ctx.output('state', wanted.provider === 'AWS' ? 'submitted' : 'draft');
        ctx.logger.info('Dry run: the request could be filed like this');
        return;
      }

      const idempotencyKey = fingerprint(ctx.task.id, ctx.step?.id, wanted);
      const filed = await ctx.checkpoint<Filed>({
        // A step that is repeated for each of several has one for each.
        key: `request.${idempotencyKey}`,
        async fn() {
          const { id, state, access, awsRole } = await requests.file(
            { ...wanted, idempotencyKey },
            inNameOf,
          );
          return {
            requestId: id,
            state,
            ...(access.externalId !== undefined && {
              externalId: access.externalId,
            }),
            ...(awsRole && { trustPolicy: awsRole.trustPolicy }),
          };
        },
      });
      const url = connectorRequestUrl(config, filed.requestId);
      ctx.output('requestId', filed.requestId);
      ctx.output('url', url);
      ctx.output('state', filed.state);
      ctx.output('externalId', filed.externalId);
      ctx.output('trustPolicy', filed.trustPolicy);
      ctx.logger.info(
        filed.state === 'draft'
          ? `The request is a draft: enter the key on ${url} and submit it there`
          : `The request is on ${url}`,
      );
    },
  });
}
