import { setTimeout as wait } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  isRequestOver,
  REQUEST_STATES,
  type RequestProgress,
} from 'backstage-plugin-qualys-common';
import type { RequestsClient } from '../client';
import { awaitConnectorExamples } from './examples';

// A step that waits holds one of the scaffolder's few workers.
const MAX_SECONDS = 300;
const DEFAULT_SECONDS = 120;
const POLL_MS = 5_000;

function hasSettled({ state }: RequestProgress): boolean {
  // What has failed waits for somebody to mend it, which no step can wait for.
  return state === 'failed' || isRequestOver(state);
}

// Nobody can enter a role or a key in the minutes of a step.
function waitsForAccess({ state }: RequestProgress): boolean {
  return state === 'draft' || state === 'awaitingAccess';
}

function secondsOf(timeout?: { minutes?: number; seconds?: number }): number {
  const { minutes = 0, seconds = 0 } = timeout ?? { seconds: DEFAULT_SECONDS };
  const total = minutes * 60 + seconds;
  if (total > 0 && total <= MAX_SECONDS) return total;
  throw new InputError(
    'input.timeout: must be between one second and five minutes, such as { minutes: 2 }',
  );
}

/**
 * Makes the action `qualys:connector:await`.
 *
 * @param options - `pollMs`: milliseconds between two looks
 */
export function createAwaitConnectorAction(options: {
  requests: Pick<RequestsClient, 'progress'>;
  pollMs?: number;
}) {
  const { requests, pollMs = POLL_MS } = options;
  return createTemplateAction({
    id: 'qualys:connector:await',
    description:
      'Waits, for some minutes at most, for what becomes of a request for a Qualys cloud connector: until it is active, has failed or has come to its end. Where nothing of it has happened by then, or the role or the key has to be entered first, it ends with stillPending, and not with an error: people need their time.',
    examples: awaitConnectorExamples,
    supportsDryRun: true,
    schema: {
      input: {
        requestId: v3 =>
          v3
            .string()
            .optional()
            .describe(
              'The output requestId of qualys:connector:request, in the same run; missing in a dry run alone',
            ),
        timeout: v3 =>
          v3
            .object({
              minutes: v3.number().min(0).optional(),
              seconds: v3.number().min(0).optional(),
            })
            .strict()
            .optional()
            .describe(
              'How long to wait at the most: two minutes unless given, five at the most',
            ),
      },
      output: {
        state: v3 => v3.enum(REQUEST_STATES).describe('How far it has come'),
        stillPending: v3 =>
          v3
            .boolean()
            .describe(
              'Whether it may still become active, once somebody has decided or has entered the role or the key, or the portal has done its part',
            ),
        active: v3 =>
          v3.boolean().describe('Whether there is a connector that works'),
        entityRef: v3 =>
          v3
            .string()
            .optional()
            .describe('The entity of the connector, once the catalog has it'),
        problem: v3 =>
          v3
            .string()
            .optional()
            .describe('What is wrong, or what it waits for'),
      },
    },
    async handler(ctx) {
      const seconds = secondsOf(ctx.input.timeout);
      if (ctx.isDryRun) {
        ctx.output('state', 'submitted');
        ctx.output('stillPending', true);
        ctx.output('active', false);
        return;
      }
      const { requestId: id } = ctx.input;
      const requester = ctx.user?.ref;
      if (!id) throw new InputError('input.requestId: must be given');
      if (!requester) {
        throw new InputError(
          'Only a template that a user runs can wait for a request',
        );
      }

      const { signal } = ctx;
      const end = Date.now() + seconds * 1000;
      let last: RequestProgress | undefined;
      for (;;) {
        const progress = await requests
          .progress({ id, requester }, { signal })
          .catch(error => {
            signal?.throwIfAborted();
            // Somebody else answers that there is none; all else may pass.
            if (/^(?:Not(?:Found|Allowed)|Input)Error$/.test(error.name)) {
              throw error;
            }
            ctx.logger.warn(`Looking again soon: ${error.message}`);
            return undefined;
          });
        if (progress && progress.state !== last?.state) {
          ctx.logger.info(`The request is in the state ${progress.state}`);
        }
        last = progress ?? last;
        if (last && (hasSettled(last) || waitsForAccess(last))) break;
        const left = end - Date.now();
        if (left <= 0) break;
        await wait(Math.min(pollMs, left), undefined, { signal });
      }
      if (!last) {
        throw new Error(
          'The portal could not say within the time how far the request has come',
        );
      }
      ctx.output('state', last.state);
      ctx.output('stillPending', !hasSettled(last));
      ctx.output('active', last.state === 'active');
      ctx.output('entityRef', last.entityRef);
      ctx.output('problem', last.problem?.message);
    },
  });
}
