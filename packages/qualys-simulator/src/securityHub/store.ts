import type { SimulatorBehaviours } from '../behaviours/behaviours';
import { ObjectIdError } from '../core/idError';
import { PURPOSE, Random } from '../core/random';
import {
  newIntegrationSchema,
  type NewSecurityHubIntegration,
  type RegionsOfAccounts,
  type SecurityHubAccount,
  type SecurityHubIntegration,
} from './integration';

// The id of the first integration in the documents.
const FIRST_ID = 40;

/** The Security Hub integrations of the platform. */
export class SecurityHubIntegrations {
  private readonly integrations = new Map<string, SecurityHubIntegration>();
  private customerId = '';

  /** Begins anew with other integrations. */
  load(integrations: readonly NewSecurityHubIntegration[], seed: number): void {
    this.customerId = new Random(seed, PURPOSE.securityHub, 0).digits(6);
    this.integrations.clear();
    for (const integration of integrations) this.add(integration);
  }

  /**
   * Adds an integration, whatever the names of the others are.
   *
   * @throws ZodError that names the field; ObjectIdError where the id is taken
   */
  add(input: NewSecurityHubIntegration): SecurityHubIntegration {
    const {
      id = this.freeId(),
      name,
      customerId = this.customerId,
      rows = [],
    } = newIntegrationSchema.parse(input);
    if (this.integrations.has(id)) {
      const message = `There is a Security Hub integration ${id} already`;
      throw new ObjectIdError('taken', message);
    }
    const integration = { id, name, customerId, rows: [...rows] };
    this.integrations.set(id, integration);
    return structuredClone(integration);
  }

  /** An integration; undefined where there is none. */
  get(id: string): SecurityHubIntegration | undefined {
    return structuredClone(this.integrations.get(id));
  }

  /** All integrations, in the order in which they were created. */
  list(): SecurityHubIntegration[] {
    return structuredClone([...this.integrations.values()]);
  }

  /** Whether an integration, other than that of the id, has a name already. */
  isNameTaken(name: string, id?: string): boolean {
    return [...this.integrations.values()].some(
      other => other.name === name && other.id !== id,
    );
  }

  /** Gives an integration another name. */
  rename(id: string, name: string): void {
    this.existing(id).name = name;
  }

  /** Takes an integration away. */
  remove(id: string): void {
    this.integrations.delete(id);
  }

  /**
   * Configures accounts.
   *
   * @param others - what becomes of the accounts that are not among them
   */
  configure(
    id: string,
    rows: readonly SecurityHubAccount[],
    others: SimulatorBehaviours['securityHubPut'],
  ): void {
    const integration = this.existing(id);
    if (others === 'replaces') {
      integration.rows = [...rows];
      return;
    }
    const changed = new Map(integration.rows.map(row => [row.awsAccount, row]));
    for (const row of rows) changed.set(row.awsAccount, row);
    integration.rows = [...changed.values()];
  }

  /** Takes accounts away, all of them unless some are named; says how many. */
  removeAccounts(id: string, awsAccounts?: readonly string[]): number {
    const integration = this.existing(id);
    const before = integration.rows.length;
    integration.rows = awsAccounts
      ? integration.rows.filter(row => !awsAccounts.includes(row.awsAccount))
      : [];
    return before - integration.rows.length;
  }

  /** Takes regions of accounts away; an account may be left with none. */
  removeRegions(id: string, changes: RegionsOfAccounts): void {
    const integration = this.existing(id);
    integration.rows = integration.rows.map(row => {
      const gone = changes
        .filter(change => change.awsAccounts.includes(row.awsAccount))
        .flatMap(change => change.regions);
      const regions = row.regions.filter(region => !gone.includes(region));
      return { ...row, regions };
    });
  }

  private existing(id: string): SecurityHubIntegration {
    const integration = this.integrations.get(id);
    if (integration) return integration;
    throw new ObjectIdError(
      'unknown',
      `There is no Security Hub integration ${id}`,
    );
  }

  private freeId(): string {
    const ids = [...this.integrations.keys()].map(Number);
    return String(Math.max(FIRST_ID - 1, ...ids) + 1);
  }
}
