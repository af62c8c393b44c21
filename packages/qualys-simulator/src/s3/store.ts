import type { SimulatorBehaviours } from '../behaviours/behaviours';
import { ObjectIdError } from '../core/idError';
import { PURPOSE, Random } from '../core/random';
import {
  newS3IntegrationSchema,
  type NewS3Integration,
  type S3Integration,
  type S3Update,
} from './integration';

// "By default" stands in the document for the two booleans about data; for
// the other fields, nothing is assumed to be the default.
const DEFAULTS = {
  bucketRegion: null,
  minSeverity: null,
  filterQuery: null,
  resultSectionNeeded: false,
  sendVulnInfo: false,
  compressData: true,
  sendAlerts: false,
  errorEmails: [],
};

const FIRST_ID = 1001;

function withoutNothing<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Partial<T>;
}

/** The S3 integrations of the platform. */
export class S3Integrations {
  private readonly integrations = new Map<string, S3Integration>();
  private seed = 0;
  private externalIds = 0;

  /** Begins anew with other integrations. */
  load(integrations: readonly NewS3Integration[], seed: number): void {
    this.seed = seed;
    this.externalIds = 0;
    this.integrations.clear();
    for (const integration of integrations) this.add(integration);
  }

  /**
   * Adds an integration.
   *
   * @throws ZodError that names the field; ObjectIdError where the id is taken
   */
  add(input: NewS3Integration): S3Integration {
    const { id = this.freeId(), ...given } =
      newS3IntegrationSchema.parse(input);
    if (this.integrations.has(id)) {
      throw new ObjectIdError(
        'taken',
        `There is an S3 integration ${id} already`,
      );
    }
    const integration: S3Integration = {
      id,
      name: `s3-${id}`,
      bucketName: `findings-${id}`,
      roleArn: `arn:aws:iam::${
        900_000_000_000 + (Number(id) % 1e9)
      }:role/qualys-s3`,
      accessPointArn: null,
      externalId: this.newExternalId(),
      ...DEFAULTS,
      ...withoutNothing(given),
    };
    this.integrations.set(id, integration);
    return structuredClone(integration);
  }

  /** An integration as it is kept; undefined where there is none. */
  get(id: string): S3Integration | undefined {
    return structuredClone(this.integrations.get(id));
  }

  /** All integrations in the order of their ids. */
  list(): S3Integration[] {
    return structuredClone(
      [...this.integrations.values()].sort(
        (a, b) => Number(a.id) - Number(b.id),
      ),
    );
  }

  /** Whether another integration has a name already. */
  isNameTaken(name: string, id: string): boolean {
    return [...this.integrations.values()].some(
      other => other.name === name && other.id !== id,
    );
  }

  /**
   * Updates an integration that is there.
   *
   * @param omitted - what becomes of optional fields that are left out
   */
  update(
    id: string,
    change: S3Update,
    omitted: SimulatorBehaviours['s3OmittedFields'],
  ): S3Integration {
    const kept = this.integrations.get(id)!;
    const { regenerateExternalId, ...settings } = change;
    const given = Object.fromEntries(
      Object.entries(settings).filter(([, value]) => value !== undefined),
    );
    const updated: S3Integration = {
      ...kept,
      ...(omitted === 'reset' ? DEFAULTS : {}),
      ...given,
      ...(regenerateExternalId ? { externalId: this.newExternalId() } : {}),
    };
    this.integrations.set(id, updated);
    return structuredClone(updated);
  }

  private freeId(): string {
    const ids = [...this.integrations.keys()].map(Number);
    return String(Math.max(FIRST_ID - 1, ...ids) + 1);
  }

  // With the space and the groups of the documents' sample.
  private newExternalId(): string {
    this.externalIds += 1;
    const random = new Random(
      this.seed,
      PURPOSE.s3ExternalId,
      this.externalIds,
    );
    const groups = [8, 4, 4, 6, 13].map(length => random.alphanumeric(length));
    return `US_POD_1-1- ${groups.join('-')}`;
  }
}
