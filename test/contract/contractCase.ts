import type { QualysClient, QualysErrorKind, QualysHost } from 'qualys-client';
import type { NewConnector } from 'qualys-simulator';

/** Where in the public documents of Qualys something stands. */
export interface Source {
  /** The title of the document. */
  document: string;
  /** The heading, sample or model in it. */
  place: string;
  /** What the transcription mends, and why: damage of a scan, masked values. */
  mended?: string;
}

/** A request as it goes on the wire. */
export interface Request {
  host: QualysHost;
  method: 'GET';
  path: string;
  /** The query parameters, in their order. */
  query?: Record<string, string>;
  /** Whether its credentials are right; they are unless it says false. */
  authenticated?: boolean;
}

/** What comes back. */
export interface Answer {
  status: number;
  /** JSON; nothing at all where it is missing. */
  body?: unknown;
}

/** A request and its answer. */
export interface Exchange {
  request: Request;
  answer: Answer;
  /**
   * Fields that the documents describe besides those of the sample, which a
   * platform may add: by the place in the answer (`content[]` for the items of
   * a list, the empty text for the top) their names and types.
   */
  mayAlsoHold?: Record<string, Record<string, string>>;
}

/** What the client must make of the answers. */
export type Outcome =
  | { value: unknown }
  | {
      error: {
        kind: QualysErrorKind;
        status?: number;
        code?: string;
        path?: string;
      };
    };

/** One call, or one oddity, of the documents. */
export interface ContractCase {
  /** A short name, unique among the cases. */
  id: string;
  /** Whether it shows a call as it is described, or something odd about it. */
  kind: 'call' | 'oddity';
  /** What is to be seen. */
  title: string;
  sources: Source[];
  /** The hosts that a wrong configuration gives in place of the right ones. */
  wrongHosts?: Partial<Record<QualysHost, QualysHost>>;
  /** What a user of the client writes. */
  call(client: QualysClient): Promise<unknown>;
  exchanges: Exchange[];
  outcome: Outcome;
  /** How the simulator comes to hold what the case is about, or why it never does so. */
  simulator: { connectors: NewConnector[] } | { never: string };
}
