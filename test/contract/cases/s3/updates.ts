import type { ContractCase } from '../../contractCase';
import { s3Document } from '../../documents';
import { signIn } from '../gateway/signIn';
import {
  ACCESS_POINT,
  codesOf,
  plainSent,
  plainSettings,
  s3Sample,
  sent,
  settings,
  updated,
  updateRequest,
  withCodes,
} from './samples';
import { holding } from './simulated';

const externalId = 'US_POD_1-1- 11111111-1111-1111-111111-1111111111111';

/** What is sent. */
export const updateCases: ContractCase[] = [
  {
    id: 's3-update',
    kind: 'call',
    calls: [1, 24],
    oddities: [2, 3, 7, 8, 10, 11, 12, 13, 16, 18, 70, 72],
    title: 'an integration is updated, with a token',
    sources: [s3Sample('Sample 1', '253-293')],
    call: async client => withCodes(await client.s3.update('7', settings)),
    exchanges: [signIn, { request: updateRequest(sent), answer: updated }],
    outcome: {
      value: {
        message: 'AWS S3 VM integration successfully updated.',
        trustRelationshipMustBeUpdated: false,
        warnings: ['severityTwice', 'filterRemoved'],
      },
    },
    simulator: holding('7'),
  },
  {
    id: 's3-update-keeping',
    kind: 'oddity',
    oddities: [72],
    title: 'the same where the platform keeps what is left out',
    sources: [s3Document('Input Parameters', '71, 79, 87, 93')],
    call: async client => (await client.s3.update('7', settings)).message,
    exchanges: [signIn, { request: updateRequest(sent), answer: updated }],
    outcome: { value: 'AWS S3 VM integration successfully updated.' },
    simulator: { ...holding('7'), behaviours: { s3OmittedFields: 'kept' } },
  },
  {
    id: 's3-regenerate',
    kind: 'call',
    calls: [1],
    oddities: [5, 13, 14, 15],
    title: 'an integration gets a new external ID, and the trust must follow',
    sources: [
      s3Sample('Sample 2', '296-335'),
      s3Document('Second paragraph, regenerateExternalId', '7, 89-93'),
    ],
    call: async client =>
      withCodes(
        await client.s3.update('7', {
          ...plainSettings,
          regenerateExternalId: true,
        }),
      ),
    exchanges: [
      signIn,
      {
        request: updateRequest({ ...plainSent, regenerateExternalId: true }),
        answer: {
          status: 200,
          body: {
            message: 'AWS S3 VM Integration successfully updated.',
            externalId,
          },
        },
      },
    ],
    outcome: {
      value: {
        message: 'AWS S3 VM Integration successfully updated.',
        externalId: {
          raw: externalId,
          normalised: externalId.replace(' ', ''),
        },
        trustRelationshipMustBeUpdated: true,
        warnings: ['externalIdRegenerated'],
      },
    },
    simulator: holding('7'),
  },
  {
    id: 's3-access-point',
    kind: 'oddity',
    oddities: [3],
    title: 'an access point in place of a bucket, whose name is then " "',
    sources: [
      s3Document('Input Parameters, bucketName and accessPointArn', '31, 47'),
    ],
    call: async client =>
      codesOf(
        await client.s3.update('7', {
          ...plainSettings,
          bucketName: undefined,
          bucketRegion: undefined,
          accessPointArn: ACCESS_POINT,
        }),
      ),
    exchanges: [
      signIn,
      {
        request: updateRequest({
          ...plainSent,
          bucketName: ' ',
          accessPointArn: ACCESS_POINT,
        }),
        answer: updated,
      },
    ],
    outcome: { value: [] },
    simulator: holding('7'),
  },
  {
    id: 's3-bucket-and-access-point',
    kind: 'oddity',
    oddities: [4],
    title:
      'both a bucket and an access point are sent as they are, with a warning',
    sources: [s3Document('Input Parameters, accessPointArn', '49')],
    call: async client =>
      codesOf(
        await client.s3.update('7', {
          ...plainSettings,
          accessPointArn: ACCESS_POINT,
        }),
      ),
    exchanges: [
      signIn,
      {
        request: updateRequest({ ...plainSent, accessPointArn: ACCESS_POINT }),
        answer: updated,
      },
    ],
    outcome: { value: ['bucketWins'] },
    simulator: holding('7'),
  },
  {
    id: 's3-404',
    kind: 'call',
    title: 'an integration that does not exist',
    sources: [
      {
        document: 'Not documented',
        place: 'assumed: HTTP 404 with a message in JSON',
      },
    ],
    call: client => client.s3.update('8', plainSettings),
    exchanges: [
      signIn,
      {
        request: updateRequest(plainSent, '8'),
        answer: {
          status: 404,
          body: { message: 'Integration not found.' },
        },
      },
    ],
    outcome: { error: { kind: 'notFound', status: 404 } },
    simulator: holding('7'),
  },
];
