import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(description: string, ...steps: object[]): TemplateExample {
  return { description, example: stringify({ steps }) };
}

/** A step that begins a request, in the subscription that all examples are about. */
function requestStep(name: string, input: object) {
  return {
    id: 'request',
    name,
    action: 'qualys:connector:request',
    input: { subscription: 'main', ...input },
  };
}

const SANDBOX_STEP = requestStep('Ask for the connector', {
  provider: 'AWS',
  settings: {
    name: 'Payments sandbox',
    purpose: 'To see what is open in the sandbox',
    owner: 'group:default/payments',
    entityRef: 'component:default/checkout',
    account: '123456789012',
    partition: 'aws',
  },
});

/** How `qualys:connector:request` is used. */
export const requestConnectorExamples: TemplateExample[] = [
  example('Asks for a connector to an AWS account', SANDBOX_STEP),
  example(
    'Asks for one whose role is there already',
    requestStep('Ask for the connector', {
      provider: 'AWS',
      settings: {
        name: 'Payments production',
        purpose: 'Required for the audit',
        owner: 'group:default/payments',
        account: '210987654321',
        partition: 'aws',
        regions: ['eu-central-1', 'eu-west-1'],
      },
      arn: 'arn:aws:iam::210987654321:role/qualys',
    }),
  ),
  example(
    'Begins a request for an Azure subscription, whose key is entered on its page',
    requestStep('Begin the request', {
      provider: 'AZURE',
      settings: {
        name: 'Storefront on Azure',
        purpose: 'To see what is open in it',
        owner: 'group:default/storefront',
        account: '7f25a529-4629-41e6-9bef-7a5828c360a8',
        applicationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
        directoryId: '41f63f6b-3a1c-4f7e-9d1b-0d6a0a6f7d11',
      },
    }),
  ),
];

/** How `qualys:connector:await` is used. */
export const awaitConnectorExamples: TemplateExample[] = [
  example('Waits a little for what becomes of a request', SANDBOX_STEP, {
    id: 'connector',
    name: 'Wait for the connector',
    action: 'qualys:connector:await',
    input: {
      requestId: '${{ steps.request.output.requestId }}',
      timeout: { minutes: 2 },
    },
  }),
];

/** How `qualys:external-id:create` is used. */
export const externalIdExamples: TemplateExample[] = [
  example('Makes an external ID for a role in AWS GovCloud', {
    id: 'external-id',
    name: 'Make an external ID',
    action: 'qualys:external-id:create',
    input: { subscription: 'main', partition: 'aws-us-gov' },
  }),
];
