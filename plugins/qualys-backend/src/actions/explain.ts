import type {
  ConnectorErrorList,
  MirroredConnector,
} from 'backstage-plugin-qualys-common';
import {
  connectorFailure,
  connectorWarning,
  type CloudProvider,
} from 'qualys-model';

/** What the matter is with a connector, for people. */
export interface Explanation {
  /** What is the case, in a sentence or two. */
  summary: string;
  /** What to do about it, one step each; nothing where nothing has to be done. */
  advice: string[];
}

interface Cause {
  pattern: RegExp;
  summary: string;
  advice: string[];
}

const CLOUD = { AWS: 'AWS', AZURE: 'Azure', GCP: 'GCP' } as const;

const TRY_AGAIN =
  'Then have Qualys read the account again, on the page of the connector.';

const SECRET_ADVICE = (what: string) => [
  `Make ${what}, and enter it on the page of the connector (“Renew key”): it never goes through an action.`,
];

// The words are those of the clouds, which Qualys passes on: AWS STS, the error
// codes of Microsoft Entra ID and Azure Resource Manager, and Google Cloud.
const CAUSES: Record<CloudProvider, readonly Cause[]> = {
  AWS: [
    {
      pattern: /AssumeRole|AccessDenied|not authorized/i,
      summary: 'AWS does not let Qualys assume the role of the connector.',
      advice: [
        'Check that the role is there, and that its ARN is the one that the connector has.',
        'Check that its trust policy names the AWS account of Qualys, and the external ID of the connector exactly.',
        'Check that no policy of the organisation denies sts:AssumeRole.',
        TRY_AGAIN,
      ],
    },
    {
      pattern: /throttl|rate exceeded|too many requests/i,
      summary: 'AWS limits how much Qualys may ask of the account.',
      advice: [
        'Wait for the next reading; where it stays so, let Qualys read the account less often.',
      ],
    },
  ],
  AZURE: [
    {
      pattern: /AADSTS7000222|expired/i,
      summary: 'The secret of the Azure application has expired.',
      advice: SECRET_ADVICE('a new secret of the application'),
    },
    {
      pattern: /AADSTS7000215|invalid_client|invalid client secret/i,
      summary: 'Azure does not take the secret of the application.',
      advice: SECRET_ADVICE('a new secret of the application'),
    },
    {
      pattern: /AADSTS700016|AADSTS90002/i,
      summary: 'Azure does not know the application in that directory.',
      advice: [
        'Check the application (client) id and the directory (tenant) id of the connector.',
        TRY_AGAIN,
      ],
    },
    {
      pattern: /AuthorizationFailed|does not have authorization/i,
      summary:
        'Azure lets the application in, and does not let it read the subscription.',
      advice: [
        'Give the application the role Reader on the Azure subscription.',
        TRY_AGAIN,
      ],
    },
  ],
  GCP: [
    {
      pattern: /has not been used|is disabled|SERVICE_DISABLED/i,
      summary:
        'An API of Google Cloud that Qualys reads the project by is switched off in it.',
      advice: [
        'Enable the API that Qualys names, in the project of the connector.',
        'Wait a few minutes until Google Cloud has taken note of it.',
        TRY_AGAIN,
      ],
    },
    {
      pattern: /invalid_grant|invalid jwt|key.*(?:revoked|deleted|expired)/i,
      summary: 'Google Cloud does not take the key of the service account.',
      advice: SECRET_ADVICE('a new key of the service account'),
    },
    {
      pattern: /PERMISSION_DENIED|permission denied|forbidden/i,
      summary:
        'Google Cloud does not let the service account read the project.',
      advice: [
        'Give the service account the roles Viewer and Security Reviewer in the project.',
        TRY_AGAIN,
      ],
    },
  ],
};

function unknownCause(provider: CloudProvider): Omit<Cause, 'pattern'> {
  return {
    summary: `Qualys could not read the account in ${CLOUD[provider]}; why, only its own words say.`,
    advice: [
      'Read what Qualys said, below, with the place and the time.',
      TRY_AGAIN,
    ],
  };
}

function causeOf(
  { provider }: MirroredConnector,
  texts: readonly string[],
): Omit<Cause, 'pattern'> {
  return (
    CAUSES[provider].find(({ pattern }) =>
      texts.some(text => pattern.test(text)),
    ) ?? unknownCause(provider)
  );
}

/**
 * Says what the matter is with a connector, and what to do.
 *
 * @param connector - as the mirror holds it
 * @param errors - what Qualys told of it, newest first
 */
export function explainConnector(
  connector: MirroredConnector,
  errors: Pick<ConnectorErrorList, 'items'>,
): Explanation {
  const { state, reportedState } = connector;
  const failure = connectorFailure(connector);
  const told = [failure ?? '', ...errors.items.map(({ error }) => error)];
  const warning = connectorWarning(connector);
  switch (state) {
    case 'disabled':
      return {
        summary: 'The connector is switched off, so that Qualys reads nothing.',
        advice: ['Switch it on, on its page, where it shall be read again.'],
      };
    case 'error':
      return causeOf(connector, told);
    case 'pending':
      return {
        summary: `Qualys has not read the account yet${
          warning === undefined ? '' : `, and says ${warning}`
        }.`,
        advice: [
          ...(warning === undefined
            ? []
            : [
                'What such a code means is not documented; beside a new connector it often goes away by itself once the role or the key works.',
              ]),
          'Look again in a few minutes.',
        ],
      };
    case 'success': {
      if (errors.items.length === 0 && warning === undefined) {
        return {
          summary: 'Nothing is wrong: Qualys reads the account.',
          advice: [],
        };
      }
      return {
        summary: `Qualys reads the account${
          warning === undefined ? '' : `, and says ${warning} beside it`
        }.${
          errors.items.length === 0
            ? ''
            : ' Not everything could be read each time; the errors say what.'
        }`,
        advice: [],
      };
    }
    default:
      return {
        summary: `Qualys calls the state of the connector “${reportedState}”, which the portal does not know.`,
        advice: ['Look at the connector in Qualys.'],
      };
  }
}
