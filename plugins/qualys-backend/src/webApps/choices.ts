import type { WebAppChoices } from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import type { WebAppKey, WebAppReads } from './reads';

/**
 * What the forms of a web app can choose from: what is assigned to it, as far
 * as Qualys says, and nothing else of the subscription.
 *
 * @throws QualysProblemError when Qualys cannot be asked and the web app is not known
 */
export async function readChoices(
  reads: WebAppReads,
  key: WebAppKey,
): Promise<WebAppChoices> {
  const [
    { dnsOverrides: assigned, authRecords, asOf, staleBecause },
    profiles,
  ] = await Promise.all([reads.webApp(key), profilesOf(reads, key)]);
  const dnsOverrides = assigned && (await withMappings(reads, key, assigned));
  return { dnsOverrides, authRecords, profiles, asOf, staleBecause };
}

// The forms work without what is missing here.
async function profilesOf(
  reads: WebAppReads,
  key: WebAppKey,
): Promise<QpsReference[] | undefined> {
  const list = await reads.scans(key).catch(() => undefined);
  if (!list) return undefined;
  const used = list.items.flatMap(({ profile }) => profile ?? []);
  return [...new Map(used.map(profile => [profile.id, profile])).values()];
}

async function withMappings(
  reads: WebAppReads,
  { subscription }: WebAppKey,
  assigned: readonly QpsReference[],
): Promise<WebAppChoices['dnsOverrides']> {
  const ids = assigned.map(({ id }) => id);
  const known = await reads.dnsOverrides(subscription, ids).catch(() => []);
  return assigned.map(({ id, name }) => {
    const override = known.find(each => each.id === id);
    return {
      id,
      name: override?.name ?? name,
      mappings: override?.mappings,
    };
  });
}
