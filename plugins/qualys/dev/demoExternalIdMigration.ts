import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../src';
import { externalIdMigration } from '../src/__testUtils__/connectorFixtures';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

let now = externalIdMigration();

function become(changes: Partial<ExternalIdMigration>) {
  now = { ...now, version: `${now.version}+`, ...changes };
  return now;
}

/** A migration that succeeds when it is looked at again. */
export const demoExternalIdMigration: Pick<
  QualysApi,
  'getExternalIdMigration' | 'migrateExternalId'
> = {
  async getExternalIdMigration({ id }) {
    await wait();
    if (now.step === 'running') {
      become({ step: 'succeeded', reportedState: 'SUCCESS' });
    }
    return { ...now, id };
  },
  async migrateExternalId({ id }, _, step) {
    await wait();
    switch (step.what) {
      case 'prepare':
        become({
          step: 'prepared',
          oldExternalId: now.externalId,
          newExternalId: `${step.parts.pod}-${step.parts.subscriptionId}-demo1234567`,
        });
        break;
      case 'update':
        become({ step: 'updated', externalId: now.newExternalId });
        break;
      case 'run':
        become({
          step: 'running',
          reportedState: 'PENDING',
          ranAt: new Date().toISOString(),
        });
        break;
      default:
        become({
          step: 'notNeeded',
          oldExternalId: undefined,
          newExternalId: undefined,
        });
    }
    return { ...now, id };
  },
};
