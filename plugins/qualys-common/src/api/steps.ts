import { z } from 'zod';

const accountsSchema = z.array(z.string());

/**
 * One of the steps that a change takes, where Qualys has no single call for it.
 *
 * @public
 */
export const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    /** A Security Hub integration is created, without any account yet. */
    kind: z.literal('create'),
    name: z.string(),
  }),
  z.object({
    /** A Security Hub integration without accounts gets its first ones. */
    kind: z.literal('configure'),
    awsAccounts: accountsSchema,
  }),
  z.object({
    /** All accounts of a Security Hub integration are sent: those named here as they shall be, all others as they were just read. */
    kind: z.literal('write'),
    /** The accounts that change. */
    awsAccounts: accountsSchema,
  }),
  z.object({
    /** Regions are taken out of accounts, where Qualys still has them. */
    kind: z.literal('removeRegions'),
    accounts: z.array(
      z.object({ awsAccount: z.string(), regions: z.array(z.string()) }),
    ),
  }),
  z.object({
    /** All accounts are taken out of a Security Hub integration. */
    kind: z.literal('removeAllAccounts'),
  }),
  z.object({
    /** What Qualys holds is read, and compared with what it shall hold. */
    kind: z.literal('readBack'),
  }),
]);

/** One of the steps that a change takes. @public */
export type Step = z.infer<typeof stepSchema>;

/**
 * What became of a step:
 *
 * - `done`: Qualys took it;
 * - `notNeeded`: there was nothing left to do;
 * - `failed`: Qualys did not take it, or does not hold what it was asked to;
 * - `unknown`: the answer was lost: it was done, or it was not;
 * - `notDone`: an earlier one did not go well, so that it was left out.
 *
 * @public
 */
export const STEP_STATES = [
  'done',
  'notNeeded',
  'failed',
  'unknown',
  'notDone',
] as const;

/** What became of a step. @public */
export type StepState = (typeof STEP_STATES)[number];

/**
 * A step, and what became of it.
 *
 * @public
 */
export const stepResultSchema = z.object({
  step: stepSchema,
  state: z.enum(STEP_STATES),
});

/** A step, and what became of it. @public */
export type StepResult = z.infer<typeof stepResultSchema>;
