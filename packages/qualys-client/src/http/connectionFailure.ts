import { Failure, type FailureFacts } from './failure';

type ConnectionTrouble = Pick<
  FailureFacts,
  'what' | 'advice' | 'transient' | 'notDone'
> & {
  kind?: FailureFacts['kind'];
};

const NO_CONNECTION: ConnectionTrouble = {
  what: 'No connection to Qualys came about.',
  advice:
    'Check the address, the firewall, and whether a proxy (HTTPS_PROXY) is needed.',
  transient: true,
};
const TOO_SLOW: ConnectionTrouble = {
  what: 'Qualys did not answer in time.',
  advice: 'Try again later, or allow more time.',
  transient: true,
};
const LOST: ConnectionTrouble = {
  what: 'The connection to Qualys was lost before the answer was complete.',
  advice: 'Try again later.',
  transient: true,
};
const TLS: ConnectionTrouble = {
  what: 'No trusted connection (TLS) to Qualys came about.',
  advice:
    'Check the address, and whether a proxy on the way needs an extra CA certificate.',
};
const NOT_TRUSTED: ConnectionTrouble = { ...TLS, notDone: true };

// Codes of Node and of undici.
const BY_CODE: Record<string, ConnectionTrouble> = {
  ECONNREFUSED: {
    what: 'The host refused the connection.',
    advice: 'Check the address and its port, and that the host is up.',
    transient: true,
    notDone: true,
  },
  ENOTFOUND: {
    what: 'The name of the host is not known (DNS).',
    advice:
      'Check the name of the platform or the address, and the DNS of this machine.',
    notDone: true,
  },
  EAI_AGAIN: {
    what: 'The name of the host could not be looked up (DNS).',
    advice: 'Check the DNS of this machine.',
    transient: true,
    notDone: true,
  },
  ETIMEDOUT: NO_CONNECTION,
  EHOSTUNREACH: NO_CONNECTION,
  ENETUNREACH: NO_CONNECTION,
  UND_ERR_CONNECT_TIMEOUT: { ...NO_CONNECTION, notDone: true },
  UND_ERR_HEADERS_TIMEOUT: TOO_SLOW,
  UND_ERR_BODY_TIMEOUT: TOO_SLOW,
  ECONNRESET: LOST,
  EPIPE: LOST,
  UND_ERR_SOCKET: LOST,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: LOST,
  UND_ERR_ABORTED: {
    what: 'The proxy refused the connection to Qualys.',
    advice:
      'Check the proxy in the environment (HTTPS_PROXY), its credentials, and that it lets this host through.',
  },
  UND_ERR_PRX_TLS: NOT_TRUSTED,
  EPROTO: TLS,
  UND_ERR_HEADERS_OVERFLOW: {
    kind: 'unexpectedAnswer',
    what: 'The headers of the answer are too long.',
    advice: 'Check that the address is one of Qualys.',
  },
};

function troubleOf(code: string): ConnectionTrouble {
  if (Object.hasOwn(BY_CODE, code)) return BY_CODE[code];
  // What the library of TLS says may have come after the call was sent: an alert
  // of the server may name a certificate too.
  if (/^(?!ERR_SSL_).*CERT|^UNABLE_TO_/.test(code)) return NOT_TRUSTED;
  if (/TLS|SSL/.test(code)) return TLS;
  if (code === 'HTTPParserError' || code.startsWith('HPE_')) {
    return {
      kind: 'unexpectedAnswer',
      what: 'What came back is not HTTP.',
      advice: 'Check the address, its port, and http against https.',
    };
  }
  return NO_CONNECTION;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { name, code, errors, cause } = error as {
    name?: unknown;
    code?: unknown;
    errors?: unknown[];
    cause?: unknown;
  };
  if (typeof code === 'string') return code;
  // undici's parser gives some of its errors a name only.
  if (name === 'HTTPParserError') return name;
  if (Array.isArray(errors) && errors.length > 0) return codeOf(errors[0]);
  return cause === undefined ? 'UNKNOWN' : codeOf(cause);
}

/**
 * Why no (complete) answer came. Of the error only its code is looked at: its
 * text may show more than is good.
 */
export function connectionFailure(error: unknown): Failure {
  const code = codeOf(error);
  const { kind = 'unavailable', what, ...rest } = troubleOf(code);
  return new Failure({
    kind,
    what: code === 'UNKNOWN' ? what : `${what.slice(0, -1)} (${code}).`,
    ...rest,
  });
}
