import type {
  QualysClient,
  QualysClientOptions,
  QualysErrorKind,
  QualysHost,
} from 'qualys-client';
import type {
  NewConnector,
  SimulatorBehaviours,
  SimulatorControl,
} from 'qualys-simulator';

/** Where in the public documents of Qualys something stands. */
export interface Source {
  /** The title of the document. */
  document: string;
  /** The heading, sample or model in it. */
  place: string;
  /** The lines in the transcript of the document, such as `117-126`. */
  lines?: string;
  /** What the transcription mends, and why: damage of a scan, masked values. */
  mended?: string;
}

/** A file in a multipart form. */
export interface SentFile {
  filename: string;
  type: string;
  text: string;
}

/** What a request carries. */
export type RequestBody =
  | { json: unknown }
  | { xml: string }
  | { form: Record<string, string> }
  | { multipart: Record<string, string | SentFile> };

/** A request as it goes on the wire. */
export interface Request {
  host: QualysHost;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As it is sent: percent-encoded. */
  path: string;
  /** The query parameters, in their order. */
  query?: Record<string, string>;
  /** The media type that is asked for; JSON unless given. */
  accept?: string;
  /**
   * How it signs in: with user name and password unless given; `bearer` is the
   * token that an earlier answer of the case gave, `none` is no header at all.
   */
  signIn?: 'basic' | 'writer' | 'bearer' | 'none';
  /** Whether its credentials are right; they are unless it says false. */
  authenticated?: boolean;
  body?: RequestBody;
}

/** What comes back. */
export interface Answer {
  status: number;
  /** JSON; nothing at all where none of body, xml and text is there. */
  body?: unknown;
  xml?: string;
  text?: string;
  /** Besides the content type. */
  headers?: Record<string, string>;
}

/** A request and its answer. */
export interface Exchange {
  request: Request;
  answer: Answer;
  /**
   * Fields that the documents describe besides those of the sample, which a
   * platform may add: by the place in the answer (`content[]` for the items of
   * a list, the empty text for the top) their names and types, several types
   * divided by bars.
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
        /** Seconds. */
        retryAfter?: number;
      };
    };

/** How the simulator comes to hold what a case is about. */
export interface SimulatorSetUp {
  connectors?: NewConnector[];
  /** How it behaves where the documents leave open what Qualys does. */
  behaviours?: Partial<SimulatorBehaviours>;
  /** Everything else that the platform must hold. */
  holds?(control: SimulatorControl): void;
  /** Whether the values too are those of the outcome, and not their shape alone. */
  exact?: boolean;
}

/** One call, or one oddity, of the documents. */
export interface ContractCase {
  /** A short name, unique among the cases. */
  id: string;
  /** Whether it shows a call as it is described, or something odd about it. */
  kind: 'call' | 'oddity';
  /** The numbers in the inventory of calls that it shows. */
  calls?: number[];
  /** The numbers in the inventory of oddities that it shows. */
  oddities?: number[];
  /** What is to be seen. */
  title: string;
  sources: Source[];
  /** The hosts that a wrong configuration gives in place of the right ones. */
  wrongHosts?: Partial<Record<QualysHost, QualysHost>>;
  /** Settings of the client that the case is about. */
  settings?: Partial<
    Pick<
      QualysClientOptions,
      'dialect' | 'cloudViewAccess' | 'writeCredentials'
    >
  >;
  /** What a user of the client writes. */
  call(client: QualysClient): Promise<unknown>;
  /** None where nothing may be sent. */
  exchanges: Exchange[];
  outcome: Outcome;
  /** How the simulator comes to hold what the case is about, or why it never does so. */
  simulator: SimulatorSetUp | { never: string };
}
