import {
  connectorAssetsAfter,
  isRequestSetting,
  requestDraftSettingsSchema,
  type CreateThrough,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider, QpsReference } from 'qualys-model';
import {
  assetsValues,
  scanOf,
  tagOf,
  tagsWith,
  type AssetsValues,
} from '../../entity/connectorSettings/assets/formValues';
import {
  frequencyOf,
  pollingValues,
  type PollingValues,
} from '../../entity/connectorSettings/polling/pollingValues';

/** What the fields of the form hold with which a connector is asked for. */
export interface RequestFormValues extends AssetsValues, PollingValues {
  /** As the configuration calls it. */
  subscription: string;
  /** Empty until one is chosen. */
  provider: CloudProvider | '';
  account: string;
  partition: string;
  applicationId: string;
  directoryId: string;
  govCloud: boolean;
  name: string;
  owner: string;
  system: string;
  entityRef: string;
  purpose: string;
  description: string;
  remediation: boolean;
  /** Whether all regions are read, or those that are chosen. */
  readRegions: 'all' | 'some';
  regions: string[];
  /** The codes of regions that are not offered. */
  otherRegions: string;
}

/** Where a connector is asked for, and how it would be created. */
export interface RequestTarget {
  subscription: string;
  provider: CloudProvider;
  createThrough: CreateThrough;
}

/**
 * Fills the form from what is asked for.
 *
 * @param tags - what tags are called, as far as that is known
 */
export function valuesOf(
  target: Pick<RequestFormValues, 'subscription' | 'provider'>,
  settings: RequestDraftSettings,
  tags: readonly QpsReference[] = [],
): RequestFormValues {
  const { perimeterScan } = connectorAssetsAfter(
    { perimeterScan: { enabled: false } },
    { perimeterScan: settings.perimeterScan },
  );
  return {
    ...assetsValues({
      activation: settings.activation,
      defaultTags: settings.defaultTags?.map(
        id => tags.find(tag => tag.id === id) ?? { id },
      ),
      perimeterScan,
    }),
    subscription: target.subscription,
    provider: target.provider,
    account: settings.account ?? '',
    partition: settings.partition ?? 'aws',
    applicationId: settings.applicationId ?? '',
    directoryId: settings.directoryId ?? '',
    govCloud: settings.govCloud ?? false,
    name: settings.name ?? '',
    owner: settings.owner ?? '',
    system: settings.system ?? '',
    entityRef: settings.entityRef ?? '',
    purpose: settings.purpose ?? '',
    description: settings.description ?? '',
    ...pollingValues(settings.pollingFrequency),
    remediation: settings.remediationEnabled ?? false,
    readRegions: settings.regions ? 'some' : 'all',
    regions: settings.regions ?? [],
    otherRegions: '',
  };
}

function filled(text: string): string | undefined {
  return text.trim() || undefined;
}

function accountOf({ account, provider }: RequestFormValues) {
  // The console of AWS shows account numbers with hyphens.
  return filled(
    provider === 'AWS' ? account.replaceAll(/[\s-]/g, '') : account,
  );
}

function regionsOf(values: RequestFormValues): string[] | undefined {
  if (values.readRegions === 'all') return undefined;
  const others = values.otherRegions.split(/[\s,;]+/).filter(Boolean);
  return [...new Set([...values.regions, ...others])];
}

/**
 * What the form asks for, with what the cloud and the way of creating it have
 * alone. What is empty is left out.
 *
 * @param known - the tags that Qualys tells
 */
export function settingsOf(
  values: RequestFormValues,
  {
    provider,
    createThrough,
  }: Pick<RequestTarget, 'provider' | 'createThrough'>,
  known: readonly QpsReference[] = [],
): RequestDraftSettings {
  // A tag that is typed is meant, whether or not the button was pressed.
  const typed = tagOf(values.tag, known);
  const tags = typed ? tagsWith(values.tags, typed) : values.tags;
  const scan = scanOf(values);
  const all: Record<keyof RequestDraftSettings, unknown> = {
    name: filled(values.name),
    description: filled(values.description),
    purpose: filled(values.purpose),
    owner: filled(values.owner),
    system: filled(values.system),
    entityRef: filled(values.entityRef),
    account: accountOf(values),
    pollingFrequency: frequencyOf(values),
    remediationEnabled: values.remediation,
    partition: values.partition,
    applicationId: filled(values.applicationId),
    directoryId: filled(values.directoryId),
    govCloud: values.govCloud || undefined,
    regions: regionsOf(values),
    activation: values.modules.length > 0 ? values.modules : undefined,
    defaultTags: tags.length > 0 ? tags.map(({ id }) => id) : undefined,
    perimeterScan: scan.enabled ? scan : undefined,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) =>
        value !== undefined &&
        isRequestSetting(
          name as keyof RequestDraftSettings,
          provider,
          createThrough,
        ),
    ),
  );
}

function isHeld(name: string, value: unknown): boolean {
  const { shape } = requestDraftSettingsSchema;
  return shape[name as keyof RequestDraftSettings].safeParse(value).success;
}

/**
 * What a draft can hold of it. What is typed by half stays in the form, and
 * what was there before in the draft.
 *
 * @param before - what the draft holds
 */
export function draftOf(
  settings: RequestDraftSettings,
  before: RequestDraftSettings = {},
): RequestDraftSettings {
  return Object.fromEntries(
    Object.entries(settings)
      .map(([name, value]) => [
        name,
        isHeld(name, value)
          ? value
          : before[name as keyof RequestDraftSettings],
      ])
      .filter(([, value]) => value !== undefined),
  );
}

/**
 * The settings that are typed by half, so that a draft cannot hold them.
 *
 * @param settings - what the values come to
 * @param known - the tags that Qualys tells
 */
export function halfTyped(
  values: RequestFormValues,
  settings: RequestDraftSettings,
  known: readonly QpsReference[] = [],
): (keyof RequestDraftSettings)[] {
  const isHalfATag = values.tag.trim() !== '' && !tagOf(values.tag, known);
  const names = Object.entries(settings)
    .filter(([name, value]) => !isHeld(name, value))
    .map(([name]) => name as keyof RequestDraftSettings);
  return [...names, ...(isHalfATag ? (['defaultTags'] as const) : [])];
}
