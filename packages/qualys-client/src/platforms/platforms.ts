/**
 * The three hosts of a Qualys platform, as origins: `https://host`, without a
 * path.
 *
 * @public
 */
export interface QualysUrls {
  /** The API server (`qualysapi…`). */
  readonly api: string;
  /** The API gateway (`gateway…`). */
  readonly gateway: string;
  /** The host of the portal and of CloudView (`qualysguard…`). */
  readonly cloudView: string;
}

/**
 * Which of the three hosts of a platform a call goes to.
 *
 * @public
 */
export type QualysHost = keyof QualysUrls;

const onDomain = (pod: string, domain: string): QualysUrls => ({
  api: `https://qualysapi.${pod}${domain}`,
  gateway: `https://gateway.${pod || 'qg1.apps.'}${domain}`,
  cloudView: `https://qualysguard.${pod}${domain}`,
});

/**
 * The hosts of the shared Qualys platforms, by the name of the platform.
 *
 * US1 and EU1 are the first platforms: their API server and portal have no pod
 * in their names. The portal host of GOV1 is inferred from the pattern of the
 * others; no public document names it. Where it turns out wrong, give all three
 * addresses as `urls`.
 *
 * Source: Qualys, "Identify your Qualys platform"
 * (https://www.qualys.com/platform-identification/).
 *
 * @public
 */
export const QUALYS_PLATFORMS = {
  US1: onDomain('', 'qualys.com'),
  US2: onDomain('qg2.apps.', 'qualys.com'),
  US3: onDomain('qg3.apps.', 'qualys.com'),
  US4: onDomain('qg4.apps.', 'qualys.com'),
  GOV1: onDomain('gov1.', 'qualys.us'),
  EU1: onDomain('', 'qualys.eu'),
  EU2: onDomain('qg2.apps.', 'qualys.eu'),
  EU3: onDomain('qg3.apps.', 'qualys.it'),
  IN1: onDomain('qg1.apps.', 'qualys.in'),
  CA1: onDomain('qg1.apps.', 'qualys.ca'),
  AE1: onDomain('qg1.apps.', 'qualys.ae'),
  UK1: onDomain('qg1.apps.', 'qualys.co.uk'),
  AU1: onDomain('qg1.apps.', 'qualys.com.au'),
  KSA1: onDomain('qg1.apps.', 'qualysksa.com'),
} as const satisfies Record<string, QualysUrls>;

/** The name of a shared Qualys platform. @public */
export type QualysPlatform = keyof typeof QUALYS_PLATFORMS;
