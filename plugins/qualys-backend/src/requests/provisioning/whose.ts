import type { RequestRecord } from '../store';
import type { FoundConnector } from './creatingApi';
import { commonSettings } from './wanted';

/** What was found of the connector that a request asks for. */
export type Finding =
  /** It is not there. */
  | { kind: 'none' }
  /** The portal has created it for this request. */
  | { kind: 'ours'; connector: FoundConnector }
  /** It would collide with somebody else's, for a reason that names nobody's connector. */
  | { kind: 'conflict'; message: string; advice: string };

const NONE: Finding = { kind: 'none' };

function same(one: string | undefined, other: string | undefined): boolean {
  return (
    one !== undefined &&
    one.trim().toLowerCase() === other?.trim().toLowerCase()
  );
}

// The external ID was made for this request, and nobody else has it.
function whoseOfAws(
  { externalId, arn }: RequestRecord,
  found: readonly FoundConnector[],
): Finding {
  const ours = found.filter(each => each.externalId === externalId);
  if (ours.length > 0) return { kind: 'ours', connector: ours[0] };
  if (found.some(each => arn !== undefined && each.arn === arn)) {
    return {
      kind: 'conflict',
      message:
        'Another connector of this account has the same role already, with another external ID',
      advice:
        'Make a role of its own for this request, with its external ID, and give its ARN; or cancel the request and use the connector that there is.',
    };
  }
  return NONE;
}

// Nothing in such a connector tells who has created it, but its name: it is
// ours where Qualys was told to create it, and nobody's was there before.
function whoseOfOthers(
  request: RequestRecord,
  found: readonly FoundConnector[],
): Finding {
  const { name } = commonSettings(request);
  const { applicationId } = request.settings;
  const alike = found.filter(
    each =>
      same(each.name, name) &&
      (each.applicationId === undefined ||
        same(each.applicationId, applicationId)),
  );
  if (alike.length === 0) return NONE;
  if (request.createSentAt === undefined) {
    return {
      kind: 'conflict',
      message: 'This account has a connector of the same name already',
      advice:
        'Cancel the request and use the connector that there is, or file another request with another name.',
    };
  }
  if (alike.length > 1) {
    return {
      kind: 'conflict',
      message:
        'This account has several connectors of this name, so that the portal cannot tell which one is that of this request',
      advice:
        'Have all but one of them deleted or renamed in Qualys, and try again.',
    };
  }
  return { kind: 'ours', connector: alike[0] };
}

/**
 * Tells whether the connector of a request is there.
 *
 * @param found - the connectors of its account
 */
export function whoseIs(
  request: RequestRecord,
  found: readonly FoundConnector[],
): Finding {
  return request.provider === 'AWS'
    ? whoseOfAws(request, found)
    : whoseOfOthers(request, found);
}
