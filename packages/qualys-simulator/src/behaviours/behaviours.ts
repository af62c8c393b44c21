import { z } from 'zod';

/**
 * What the platform does where the documents leave open what Qualys does.
 *
 * @public
 */
export interface SimulatorBehaviours {
  /**
   * What `PUT …/securityhub/{id}/vm` does with the accounts that it does not
   * name: they go (`replaces`, the default) or they stay (`merges`).
   */
  securityHubPut: 'replaces' | 'merges';
  /**
   * What `POST …/delete/…/securityhub/{id}/vm` makes of its body: it must name
   * the accounts (`needsBody`, the default); it is not looked at, and every
   * account goes (`ignoresBody`); there must be none, and every account goes
   * (`refusesBody`).
   */
  securityHubDeleteAccounts: 'needsBody' | 'ignoresBody' | 'refusesBody';
  /**
   * How Security Hub integrations are printed: with the line breaks, the
   * missing comma and the missing braces of the documents' samples (`damaged`,
   * the default), or just as Java prints a map (`intact`).
   */
  securityHubStrings: 'damaged' | 'intact';
  /**
   * What an S3 update does with an optional field that it leaves out: the field
   * goes back to its default (`reset`, the default) or stays (`kept`).
   */
  s3OmittedFields: 'kept' | 'reset';
  /**
   * Whether a search that starts from an id begins with the object of that id
   * (`inclusive`, the default) or after it (`exclusive`).
   */
  startFromId: 'inclusive' | 'exclusive';
  /**
   * What an update of a web app does with the time at which scans are cancelled
   * when its `config` does not name it: it goes (`cleared`, the default) or it
   * stays (`kept`).
   */
  webAppConfigWithoutCancel: 'kept' | 'cleared';
  /**
   * What an update of an Azure connector without `authenticationKey` comes to:
   * the key stays (`kept`, the default), or the update is refused (`refused`).
   */
  azureUpdateWithoutKey: 'kept' | 'refused';
  /**
   * How many records a page of a list or a search holds at most, however many
   * are asked for; 1,000 unless given, and of CloudView never more than 300.
   */
  largestPage: number;
}

const behavioursSchema = z
  .strictObject({
    securityHubPut: z.enum(['replaces', 'merges']),
    securityHubDeleteAccounts: z.enum([
      'needsBody',
      'ignoresBody',
      'refusesBody',
    ]),
    securityHubStrings: z.enum(['damaged', 'intact']),
    s3OmittedFields: z.enum(['kept', 'reset']),
    startFromId: z.enum(['inclusive', 'exclusive']),
    webAppConfigWithoutCancel: z.enum(['kept', 'cleared']),
    azureUpdateWithoutKey: z.enum(['kept', 'refused']),
    largestPage: z.number().int().min(1).max(1000),
  })
  .partial();

const DEFAULTS: SimulatorBehaviours = {
  securityHubPut: 'replaces',
  securityHubDeleteAccounts: 'needsBody',
  securityHubStrings: 'damaged',
  s3OmittedFields: 'reset',
  startFromId: 'inclusive',
  webAppConfigWithoutCancel: 'cleared',
  azureUpdateWithoutKey: 'kept',
  largestPage: 1000,
};

function given(input: unknown): Partial<SimulatorBehaviours> {
  const parsed = behavioursSchema.parse(input);
  return Object.fromEntries(
    Object.entries(parsed).filter(([, value]) => value !== undefined),
  );
}

/** The behaviours of a platform, which tests switch while it runs. */
export class Behaviours {
  private readonly atStart: SimulatorBehaviours;
  private now: SimulatorBehaviours;

  /**
   * @param input - those that differ from the default
   * @throws ZodError that names the behaviour, where there is no such one
   */
  constructor(input: Partial<SimulatorBehaviours> = {}) {
    this.atStart = { ...DEFAULTS, ...given(input) };
    this.now = this.atStart;
  }

  /** As they are now. */
  get current(): Readonly<SimulatorBehaviours> {
    return this.now;
  }

  /**
   * Switches those that are given.
   *
   * @throws ZodError that names the behaviour, where there is no such one
   */
  set(input: Partial<SimulatorBehaviours>): void {
    this.now = { ...this.now, ...given(input) };
  }

  /** Goes back to those of the start. */
  reset(): void {
    this.now = this.atStart;
  }
}
