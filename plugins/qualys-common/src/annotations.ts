/**
 * On a team's entity: the connectors that the team claims, as a list of ids
 * separated by commas. An id may name its subscription: `subscription/id`.
 *
 * A claim shows nothing until it is accepted.
 *
 * @public
 */
export const QUALYS_CONNECTORS_ANNOTATION = 'qualys.com/connectors';

/**
 * On a team's entity: the S3 integrations that the team claims, as a list of
 * ids separated by commas, each optionally `subscription/id`.
 *
 * @public
 */
export const QUALYS_S3_INTEGRATIONS_ANNOTATION = 'qualys.com/s3-integrations';

/**
 * On a team's entity: the web apps of Web Application Scanning that the team
 * claims, as a list of ids separated by commas, each optionally
 * `subscription/id`.
 *
 * @public
 */
export const QUALYS_WEB_APPS_ANNOTATION = 'qualys.com/web-apps';

/**
 * On a team's entity: the Security Hub integrations in which accounts of the
 * team stand, as a list of ids separated by commas, each optionally
 * `subscription/id`. Which accounts are the team's, another annotation says:
 * {@link QUALYS_AWS_ACCOUNTS_ANNOTATION}.
 *
 * @public
 */
export const QUALYS_SECURITY_HUB_INTEGRATIONS_ANNOTATION =
  'qualys.com/security-hub-integrations';

/**
 * On a team's entity: the AWS accounts of the team, as a list of ids of 12
 * digits separated by commas. Where it is missing,
 * {@link AWS_ACCOUNT_ID_ANNOTATION} is read in its place.
 *
 * @public
 */
export const QUALYS_AWS_ACCOUNTS_ANNOTATION = 'qualys.com/aws-accounts';

/**
 * The annotation in which other plugins of Backstage keep the AWS account of
 * an entity.
 *
 * @public
 */
export const AWS_ACCOUNT_ID_ANNOTATION = 'amazonaws.com/account-id';

/**
 * On a connector's own entity: the subscription that the connector belongs to.
 *
 * @public
 */
export const QUALYS_SUBSCRIPTION_ANNOTATION = 'qualys.com/subscription';

/**
 * On a connector's own entity: the id of the connector in Qualys.
 *
 * @public
 */
export const QUALYS_CONNECTOR_ID_ANNOTATION = 'qualys.com/connector-id';

/**
 * On a connector's own entity: the cloud, `AWS`, `AZURE` or `GCP`.
 *
 * @public
 */
export const QUALYS_CLOUD_PROVIDER_ANNOTATION = 'qualys.com/cloud-provider';

/**
 * The `spec.type` of the `Resource` entities that stand for connectors.
 *
 * @public
 */
export const CLOUD_CONNECTOR_RESOURCE_TYPE = 'cloud-connector';

/**
 * The scheme of the location that the entities of connectors are managed by,
 * for example `qualys:main`, where `main` is the subscription.
 *
 * @public
 */
export const QUALYS_LOCATION_TYPE = 'qualys';
