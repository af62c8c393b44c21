import type {
  SecurityHubAccountsDeletion,
  SecurityHubConfiguration,
  SecurityHubIntegration,
  SecurityHubRegionsDeletion,
} from 'qualys-model';
import type { CallOptions } from '../http';

/**
 * What was read of Security Hub integrations.
 *
 * @public
 */
export interface SecurityHubReading {
  /** The integrations, in the order of the answer. */
  integrations: SecurityHubIntegration[];
  /** The texts that they were read from, as Qualys sent them: maps as Java prints them. */
  raw: string[];
}

/**
 * How to take accounts out of a Security Hub integration.
 *
 * @public
 */
export interface SecurityHubDeleteAccountsOptions extends CallOptions {
  /**
   * Whether named accounts are taken out although Qualys may then delete all
   * of them. False by default: such a call is refused and nothing is sent.
   * Without effect on `allAccounts`.
   */
  mayDeleteAll?: boolean;
}

/**
 * The AWS Security Hub integrations of VM/VMDR.
 *
 * An id is digits and never changes. The calls answer with sentences, whose
 * words mean nothing here: a change that returns was made.
 *
 * Source: AWS Security Hub Integration (API 2.0,
 * `/qps/rest/2.0/<verb>/integration/amazon/securityhub`). Each path has its
 * slash at the end, or none, as the samples have it.
 *
 * @public
 */
export interface SecurityHub {
  /**
   * Creates an integration, without any account yet.
   *
   * @param name - its name, unique in the subscription
   * @param options - a signal to give it up, and its priority
   * @throws QualysError `invalid` for a name that could not be read back for certain; nothing is sent
   */
  create(name: string, options?: CallOptions): Promise<{ id: string }>;

  /**
   * Enables an integration for VM/VMDR, with its first accounts. What Qualys
   * does with accounts that are there already is not documented: change these
   * with {@link SecurityHub.reconfigure}.
   *
   * @param id - the id of the integration
   * @param configurations - severity, category and regions for groups of AWS accounts; an account with a zero at its beginning goes as text, since a number would lose it
   * @param options - a signal to give it up, and its priority
   */
  configure(
    id: string,
    configurations: readonly SecurityHubConfiguration[],
    options?: CallOptions,
  ): Promise<void>;

  /**
   * Gives an integration another name.
   *
   * @param id - the id of the integration
   * @param name - its new name, unique in the subscription
   * @param options - a signal to give it up, and its priority
   */
  rename(id: string, name: string, options?: CallOptions): Promise<void>;

  /**
   * Writes the configurations of an integration. Whether Qualys replaces the
   * stored ones by these or merges both is not documented: give all that there
   * shall be (the rows that were read, changed by `replaceSecurityHubRows` and grouped by
   * `toSecurityHubConfigurations`), and read back afterwards. Members of rows that are not
   * known (`others`) cannot be written.
   *
   * @param id - the id of the integration
   * @param configurations - all configurations that the integration shall have; severities and categories may be any that were read
   * @param options - a signal to give it up, and its priority
   */
  reconfigure(
    id: string,
    configurations: readonly SecurityHubConfiguration[],
    options?: CallOptions,
  ): Promise<void>;

  /**
   * The integrations with their configurations.
   *
   * @param options - a signal to give it up, and its priority
   * @throws QualysError `unexpectedAnswer` where any part of the answer cannot be read: never half a result
   */
  list(options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * The integrations with VM/VMDR. The document does not say how this differs
   * from {@link SecurityHub.list}, which names the application in its answer.
   *
   * @param options - a signal to give it up, and its priority
   * @throws QualysError as {@link SecurityHub.list}
   */
  listVm(options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * One integration with VM/VMDR. What else the answer may hold is not
   * documented: look for the id in it.
   *
   * @param id - the id of the integration
   * @param options - a signal to give it up, and its priority
   * @throws QualysError as {@link SecurityHub.list}
   */
  get(id: string, options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * Deletes an integration.
   *
   * @param id - the id of the integration
   * @param options - a signal to give it up, and its priority
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * Takes AWS accounts out of an integration. The document shows no body for
   * this call, so that Qualys may not look at the accounts that are named and
   * delete **all** of them, those of other teams too. To take out some, write
   * the others with {@link SecurityHub.reconfigure}, and read back. Named
   * accounts are sent only where `mayDeleteAll` says that this may happen: read
   * the integration before and after, and `configure` again what is missing.
   *
   * @param id - the id of the integration
   * @param accounts - expressly all, or named ones
   * @param options - `mayDeleteAll`, a signal to give it up, and its priority
   * @throws QualysError `invalid` for named accounts without `mayDeleteAll`; nothing is sent
   */
  deleteAccounts(
    id: string,
    accounts: SecurityHubAccountsDeletion,
    options?: SecurityHubDeleteAccountsOptions,
  ): Promise<void>;

  /**
   * Takes regions out of AWS accounts of an integration.
   *
   * @param id - the id of the integration
   * @param regions - the accounts, with the regions that each loses
   * @param options - a signal to give it up, and its priority
   */
  deleteRegions(
    id: string,
    regions: SecurityHubRegionsDeletion,
    options?: CallOptions,
  ): Promise<void>;
}
