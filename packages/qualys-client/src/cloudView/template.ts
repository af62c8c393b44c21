import {
  cloudFormationTemplateRequestSchema,
  type AwsPartition,
  type CloudFormationTemplateRequest,
} from 'qualys-model';
import type { RequestCore } from '../core';
import {
  Failure,
  failureInside,
  type CallOptions,
  type Format,
  type Problem,
} from '../http';
import { checkedBy } from '../input';
import { advice, fixedPathAdvice } from './advice';
import { BASE } from './collection';
import { cloudViewProblemIn } from './problem';

// The words of CloudView API v1: `awsCloudType` of `aws/download`.
const CLOUD_TYPES: Record<AwsPartition, string> = {
  aws: 'Global',
  'aws-us-gov': 'Gov',
  'aws-cn': 'China',
};

// A file comes with a type of its own, a refusal as JSON.
const fileFormat: Format<string> = {
  accept: '*/*',
  parse: answer => answer.text,
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemIn(text: string | undefined): Problem | undefined {
  return text === undefined ? undefined : cloudViewProblemIn(jsonIn(text));
}

function isTemplate(text: string): boolean {
  const json = jsonIn(text);
  return json === undefined
    ? /^Resources:/m.test(text)
    : typeof json === 'object' && json !== null && 'Resources' in json;
}

function templateOf(text: string): string {
  if (isTemplate(text)) return text;
  const problem = problemIn(text);
  if (problem) throw failureInside(problem, advice);
  throw new Failure({
    kind: 'unexpectedAnswer',
    what: text.trim()
      ? 'Qualys answered with something else than a CloudFormation template.'
      : 'Qualys answered with nothing.',
    said: text.trim() ? text : undefined,
  });
}

/** Gets the CloudFormation template of the role of a connector. */
export async function cloudFormationTemplate(
  core: RequestCore,
  request: CloudFormationTemplateRequest,
  options: CallOptions = {},
): Promise<string> {
  const { externalId, partition = 'aws' } = checkedBy(
    cloudFormationTemplateRequestSchema,
    request,
    'The request of a CloudFormation template',
  );
  return core.read({
    family: 'cloudView',
    method: 'GET',
    path: `${BASE}/aws/connectors/aws/download`,
    query: { awsCloudType: CLOUD_TYPES[partition], externalId },
    secrets: [externalId],
    options,
    format: fileFormat,
    advice: fixedPathAdvice,
    problemIn,
    read: templateOf,
  });
}
