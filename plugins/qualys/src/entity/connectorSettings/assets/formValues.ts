import type {
  ConnectorAssetsSettings,
  ConnectorAssetsUpdate,
  EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import {
  SCAN_DAYS,
  type PerimeterScanConfigurationInput,
  type QpsReference,
} from 'qualys-model';

/** What the fields of the form of a connector's assets hold. */
export interface AssetsValues {
  tags: QpsReference[];
  /** The name or the ID of one more tag, which somebody is typing. */
  tag: string;
  modules: string[];
  /** Whether the account is scanned. */
  enabled: boolean;
  /** Whose configuration holds. */
  configuration: 'subscription' | 'own';
  optionProfileId: string;
  recurrence: string;
  days: string[];
  scanPrefix: string;
  startDate: string;
  startTime: string;
  timezone: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What the form begins with: the settings of now, and earlier ones that are to
 * be restored, where it is known what they would take the place of.
 */
export function firstSettings(
  now: ConnectorAssetsSettings,
  restored: ConnectorAssetsSettings = {},
): ConnectorAssetsSettings {
  return {
    defaultTags: now.defaultTags && (restored.defaultTags ?? now.defaultTags),
    activation: now.activation && (restored.activation ?? now.activation),
    perimeterScan:
      now.perimeterScan && (restored.perimeterScan ?? now.perimeterScan),
  };
}

/** Fills the form from settings. The fields of what is not known are not shown. */
export function assetsValues({
  defaultTags = [],
  activation = [],
  perimeterScan: { enabled, configuration } = { enabled: false },
}: ConnectorAssetsSettings): AssetsValues {
  const { startDate = '' } = configuration ?? {};
  return {
    tags: defaultTags,
    tag: '',
    modules: activation,
    enabled,
    configuration: configuration ? 'own' : 'subscription',
    optionProfileId: configuration?.optionProfileId ?? '',
    recurrence: configuration?.recurrence ?? 'WEEKLY',
    days: configuration?.daysOfWeek ?? [],
    scanPrefix: configuration?.scanPrefix ?? '',
    // What can be read in two ways is to be entered again.
    startDate: DATE.test(startDate) ? startDate : '',
    startTime: configuration?.startTime ?? '',
    timezone:
      configuration?.timezone ??
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/**
 * The tag that somebody means; nothing where none of the known ones is called
 * so, and it is no ID.
 *
 * @param known - the tags that Qualys tells
 */
export function tagOf(
  text: string,
  known: readonly QpsReference[],
): QpsReference | undefined {
  const meant = text.trim();
  return (
    known.find(({ id, name }) => name === meant || id === meant) ??
    (/^[1-9]\d{0,18}$/.test(meant) ? { id: meant } : undefined)
  );
}

/** Tags with one more, unless it is among them. */
export function tagsWith(
  tags: QpsReference[],
  tag: QpsReference,
): QpsReference[] {
  return tags.some(({ id }) => id === tag.id) ? tags : [...tags, tag];
}

/** The perimeter scan that the form asks for. */
export function scanOf(
  values: AssetsValues,
): NonNullable<ConnectorAssetsUpdate['perimeterScan']> {
  const { enabled, configuration } = values;
  if (!enabled || configuration === 'subscription') return { enabled };
  // The order of the days says nothing.
  const days = SCAN_DAYS.filter(day => values.days.includes(day));
  return {
    enabled,
    configuration: {
      optionProfileId: values.optionProfileId.trim(),
      recurrence:
        values.recurrence as PerimeterScanConfigurationInput['recurrence'],
      ...(values.recurrence === 'WEEKLY' && { daysOfWeek: [...days] }),
      scanPrefix: values.scanPrefix.trim(),
      startDate: values.startDate,
      startTime: values.startTime,
      timezone: values.timezone.trim(),
    },
  };
}

/** The change that the form asks for, with what differs from a state alone. */
export function assetsUpdateOf(
  values: AssetsValues,
  { settings }: EditableConnectorAssets,
): ConnectorAssetsUpdate {
  const before = assetsValues(settings);
  const idsOf = (tags: QpsReference[]) => tags.map(({ id }) => id);
  const differs = (one: string[], other: string[]) =>
    one.toSorted().join() !== other.toSorted().join();
  const scan = scanOf(values);
  return {
    ...(settings.defaultTags &&
      differs(idsOf(values.tags), idsOf(before.tags)) && {
        defaultTags: idsOf(values.tags),
      }),
    ...(settings.activation &&
      differs(values.modules, before.modules) && {
        activation: values.modules,
      }),
    ...(settings.perimeterScan &&
      JSON.stringify(scan) !== JSON.stringify(scanOf(before)) && {
        perimeterScan: scan,
      }),
  };
}
