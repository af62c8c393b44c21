import { QualysConfigurationError } from '../errors';
import { isLoopback } from './loopback';
import {
  QUALYS_PLATFORMS,
  type QualysPlatform,
  type QualysUrls,
} from './platforms';

/**
 * Where Qualys is: the name of a shared platform, or the three addresses of a
 * private one (or of a simulator).
 *
 * @public
 */
export type QualysLocation =
  | {
      /** The name of a shared platform, for example `US2`, in any case. */
      platform: string;
      urls?: undefined;
    }
  | {
      /** The three addresses. */
      urls: QualysUrls;
      platform?: undefined;
    };

// Scanned Qualys documents print `qg1` as `qgl` and `qg2` as `qg?`.
const MISPRINTED_POD = /(?:^|[./])qg[li?|](?:[./]|$)/i;
const POD_HINT =
  'some Qualys documents print the digit one as the letter l, or as a question mark: write qg1';

function hostsOf(platform: string): QualysUrls {
  const name = platform.trim();
  const key = name.toUpperCase();
  if (Object.hasOwn(QUALYS_PLATFORMS, key)) {
    return { ...QUALYS_PLATFORMS[key as QualysPlatform] };
  }
  const known = Object.keys(QUALYS_PLATFORMS).join(', ');
  const hint = MISPRINTED_POD.test(name)
    ? ` (${POD_HINT}; here the name of the platform is wanted, though)`
    : '';
  throw new QualysConfigurationError(
    'platform',
    `There is no Qualys platform ${JSON.stringify(
      name.slice(0, 80),
    )}${hint}. The known ones are ${known}; for a private platform give all three addresses as urls.`,
  );
}

function checkedOrigin(kind: keyof QualysUrls, value: unknown): string {
  const field = `urls.${kind}`;
  const refuse = (why: string): never => {
    throw new QualysConfigurationError(field, `${field} ${why}`);
  };
  if (typeof value !== 'string' || !value.trim()) {
    return refuse(
      'is missing. A private platform needs all three addresses: api, gateway and cloudView.',
    );
  }
  if (MISPRINTED_POD.test(value)) {
    return refuse(
      `names a host with qgl or qg? in it, which does not exist: ${POD_HINT}.`,
    );
  }
  if (!URL.canParse(value)) {
    return refuse('is not a URL. Write it like https://qualysapi.example.com.');
  }
  const url = new URL(value);
  if (url.username || url.password) {
    return refuse(
      'holds a user name or a password. Those belong into the credentials.',
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(`must begin with https://, not ${url.protocol}//.`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse(
      `would send the credentials to ${url.host} unencrypted. Write https://; http is for loopback addresses only.`,
    );
  }
  if (url.search || value.includes('?')) {
    return refuse(`must have no query string. Write ${url.origin}.`);
  }
  if (url.hash || value.includes('#')) {
    return refuse(`must have no fragment. Write ${url.origin}.`);
  }
  if (url.pathname !== '/') {
    return refuse(`must have no path. Write ${url.origin}.`);
  }
  return url.origin;
}

/**
 * The three hosts of a platform, checked: https only (http on loopback
 * addresses alone), no user name, password, query string, fragment or path.
 *
 * Source: Qualys, "Identify your Qualys platform".
 *
 * @param location - the name of a platform, or the three addresses
 * @returns origins, without a slash at the end
 * @throws QualysConfigurationError that names the field and says what would be right
 *
 * @public
 */
export function resolveQualysUrls(location: QualysLocation): QualysUrls {
  const { platform, urls } = location;
  if (platform !== undefined && urls !== undefined) {
    throw new QualysConfigurationError(
      'platform',
      'Both platform and urls are given. Give the name of a shared platform, or the three addresses of a private one.',
    );
  }
  if (typeof platform === 'string') return hostsOf(platform);
  if (typeof urls === 'object' && urls !== null) {
    return {
      api: checkedOrigin('api', urls.api),
      gateway: checkedOrigin('gateway', urls.gateway),
      cloudView: checkedOrigin('cloudView', urls.cloudView),
    };
  }
  throw new QualysConfigurationError(
    'platform',
    `Neither platform nor urls is given. Give the name of a shared platform (${Object.keys(
      QUALYS_PLATFORMS,
    ).join(', ')}) or the three addresses of a private one.`,
  );
}
