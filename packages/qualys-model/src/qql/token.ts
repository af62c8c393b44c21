/**
 * Which of the two queries of an S3 integration's filter: `vulnerability` for
 * its member `vuln`, `asset` for its member `asset`.
 *
 * Source: Qualys Documentation: "Update AWS S3 integration", `filterQuery`.
 *
 * @public
 */
export type QqlSide = 'vulnerability' | 'asset';

/** A value that a token knows, and what it means. @public */
export interface QqlTokenValue {
  /** The value as it is written. */
  value: string;
  /** What it stands for, which a query may write in its place where `QqlToken.namesCount` is true. */
  name: string;
}

/**
 * A token that a filter knows.
 *
 * @public
 */
export interface QqlToken {
  /** The token in the spelling of its table; its case does not count. */
  name: string;
  /** The query that it belongs to. */
  side: QqlSide;
  /** The data type that its table names. */
  type: 'LONG' | 'BOOLEAN' | 'STRING';
  /** What the text of a STRING is, where its description says so. */
  format?: 'date' | 'ip' | 'uuid';
  /** What it filters by, in one line. */
  description: string;
  /** The values that it knows. */
  values?: readonly QqlTokenValue[];
  /** Whether no other than `values` can match. */
  onlyValues?: boolean;
  /** Whether the names of `values` can be written in place of the values. */
  namesCount?: boolean;
}
