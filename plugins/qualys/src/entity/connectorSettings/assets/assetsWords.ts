import type {
  ConnectorAssetsChoices,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import type { Translate } from '../../../translation';
import { dayInWords, recurrenceInWords } from '../../scanWords';

type Value = SettingChange['before'];

interface Means {
  t: Translate;
  locale: string;
  /** What option profiles are called, as far as that is known. */
  profiles: NonNullable<ConnectorAssetsChoices['profiles']>;
}

const SETTINGS = [
  'defaultTags',
  'activation',
  'perimeterScan.enabled',
  'perimeterScan.ownConfiguration',
  'perimeterScan.optionProfileId',
  'perimeterScan.recurrence',
  'perimeterScan.daysOfWeek',
  'perimeterScan.scanPrefix',
  'perimeterScan.startDate',
  'perimeterScan.startTime',
  'perimeterScan.timezone',
] as const;

type Last<S extends string> = S extends `${string}.${infer Rest}` ? Rest : S;

function lastOf(setting: string) {
  const known = SETTINGS.find(each => each === setting);
  return known?.split('.').at(-1) as
    | Last<(typeof SETTINGS)[number]>
    | undefined;
}

// A tag by its name, anything else as it is.
function itemInWords(item: Value): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return String(item);
  }
  return String(item.name ?? item.id);
}

/** What a setting of a connector's assets is called, and its values; nothing for any other. */
export function assetsWords(setting: string, { t, locale, profiles }: Means) {
  const last = lastOf(setting);
  if (!last) return undefined;
  const inWords = (value: Value): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'boolean') {
      return t(value ? 'settings.on' : 'settings.off');
    }
    if (Array.isArray(value)) {
      const items = value.map(itemInWords);
      const named =
        last === 'daysOfWeek'
          ? items.map(day => dayInWords(day, locale))
          : items;
      return named.length > 0 ? named.join(', ') : undefined;
    }
    const text = String(value);
    if (last === 'recurrence') return recurrenceInWords(text, t);
    if (last === 'optionProfileId') {
      return profiles.find(({ id }) => id === text)?.title ?? text;
    }
    return text;
  };
  return { name: t(`connectorAssets.setting.${last}`), inWords };
}
