import { z } from 'zod';
import { checkQql } from '../qql/check';
import type { QqlSide } from '../qql/tokens';
import { qualysBooleanSchema, type QualysBooleanInput } from './boolean';

/**
 * What an S3 integration sends, as someone asks for it.
 *
 * Source: AWS S3 integration, "Update Integration", `filterQuery`: an object in
 * its samples, a string in its table.
 *
 * @public
 */
export interface S3FilterQueryInput {
  /** Which vulnerabilities are sent, in QQL; empty for no query. */
  vuln: string;
  /** The assets whose vulnerabilities are sent, in QQL; empty for no query. */
  asset: string;
  /** Ignores the query of vulnerabilities: all are sent. Default: false. */
  removeVulnFilter?: QualysBooleanInput;
  /** Ignores the query of assets: those of all are sent. Default: false. */
  removeAssetFilter?: QualysBooleanInput;
}

/**
 * What an S3 integration sends. An update replaces the whole of it.
 *
 * Source: AWS S3 integration, "Update Integration", `filterQuery`.
 *
 * @public
 */
export interface S3FilterQuery {
  /** Which vulnerabilities are sent, in QQL; empty for no query. */
  vuln: string;
  /** The assets whose vulnerabilities are sent, in QQL; empty for no query. */
  asset: string;
  /** Whether the query of vulnerabilities is ignored: all are sent. */
  removeVulnFilter: boolean;
  /** Whether the query of assets is ignored: those of all are sent. */
  removeAssetFilter: boolean;
}

const NOT_AN_OBJECT =
  'must be an object with the members vuln and asset (and removeVulnFilter, removeAssetFilter)';

function querySchema(side: QqlSide) {
  return z
    .string('must be a query as text; an empty one where there is none')
    .trim()
    .check(({ value, issues }) => {
      if (value === '') {
        return;
      }
      for (const problem of checkQql(value, side)) {
        if (problem.severity === 'error') {
          issues.push({
            code: 'custom',
            input: value,
            message: problem.message,
            params: problem,
          });
        }
      }
    });
}

/** The schema of what an S3 integration sends; doubts of the queries are not its business. */
export const filterQuerySchema: z.ZodType<S3FilterQuery, S3FilterQueryInput> =
  z.strictObject(
    {
      vuln: querySchema('vulnerability'),
      asset: querySchema('asset'),
      removeVulnFilter: qualysBooleanSchema.default(false),
      removeAssetFilter: qualysBooleanSchema.default(false),
    },
    {
      error: ({ code, input }) => {
        if (code !== 'invalid_type') {
          return undefined;
        }
        return typeof input === 'string'
          ? `${NOT_AN_OBJECT}: of a text alone it would be unclear whether it selects vulnerabilities or assets`
          : NOT_AN_OBJECT;
      },
    },
  );
