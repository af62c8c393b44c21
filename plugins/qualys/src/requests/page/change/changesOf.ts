import {
  requestChanges,
  type RequestApprove,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';

type Changes = NonNullable<RequestApprove['changes']>;

/** What whoever approves may change. */
const CHANGEABLE = [
  'name',
  'description',
  'owner',
  'system',
  'pollingFrequency',
  'remediationEnabled',
  'regions',
  'activation',
  'defaultTags',
  'perimeterScan',
] as const satisfies readonly (keyof Changes)[];

/**
 * The changes with which a request is approved: what differs from what was
 * asked for, and nothing else.
 */
export function changesOf(
  asked: RequestDraftSettings,
  agreed: RequestDraftSettings,
): Changes {
  const differing = new Set(
    requestChanges(asked, agreed).map(({ setting }) => setting.split('.')[0]),
  );
  return Object.fromEntries(
    CHANGEABLE.filter(setting => differing.has(setting)).map(setting => [
      setting,
      // What is not said any more is taken out.
      agreed[setting] ?? null,
    ]),
  );
}
