import type { RequestFormValues } from './formValues';

/** The steps of asking for a connector, in their order. */
export const REQUEST_STEPS = [
  'target',
  'what',
  'settings',
  'access',
  'review',
] as const;

/** A step of asking for a connector. */
export type RequestStep = (typeof REQUEST_STEPS)[number];

type Field = keyof RequestFormValues;

/** The fields of each step. */
export const FIELDS_OF: Record<RequestStep, readonly Field[]> = {
  target: ['subscription', 'provider'],
  what: [
    'account',
    'partition',
    'applicationId',
    'directoryId',
    'govCloud',
    'name',
    'owner',
    'system',
    'entityRef',
    'purpose',
    'description',
  ],
  settings: [
    'hours',
    'minutes',
    'remediation',
    'readRegions',
    'regions',
    'otherRegions',
    'modules',
    'tags',
    'tag',
    'enabled',
    'configuration',
    'optionProfileId',
    'recurrence',
    'days',
    'scanPrefix',
    'startDate',
    'startTime',
    'timezone',
  ],
  access: [],
  review: [],
};

/** The step that a field stands in. */
export function stepOfField(field: Field): RequestStep {
  return REQUEST_STEPS.find(step => FIELDS_OF[step].includes(field)) ?? 'what';
}
