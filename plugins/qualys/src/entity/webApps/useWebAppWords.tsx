import type { SettingChange } from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import type { WordsOf } from '../../settings/ChangeList';
import { ValueChange } from '../../settings/ValueChange';
import { useQualysTranslation, type Translate } from '../../translation';
import { typeOf } from './scanWords';

/** The settings of a web app, as its form calls them. */
const SETTINGS = [
  'name',
  'url',
  'defaultDnsOverride',
  'cancelScansAfterNHours',
  'cancelScansAt',
] as const;

type WebAppSetting = (typeof SETTINGS)[number];

type Value = SettingChange['before'];
type Members = Partial<Record<string, Value>>;

function isKnown(setting: string): setting is WebAppSetting {
  return (SETTINGS as readonly string[]).includes(setting);
}

function membersOf(value: Value): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function textOf(value: Value): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/**
 * Says a change of a web app in words.
 *
 * @param profiles - option profiles whose names are known
 * @param authRecords - authentication records whose names are known
 */
export function useWebAppWords({
  profiles = [],
  authRecords = [],
}: {
  profiles?: readonly QpsReference[];
  authRecords?: readonly QpsReference[];
} = {}): WordsOf {
  const { t } = useQualysTranslation();
  return ({ setting, before, after }) => {
    if (setting === 'scan') {
      return after === undefined ? (
        canceledInWords(membersOf(before), t)
      ) : (
        <Launched
          scan={membersOf(after)}
          profiles={profiles}
          authRecords={authRecords}
        />
      );
    }
    return (
      <ValueChange
        name={isKnown(setting) ? t(`webApps.setting.${setting}`) : setting}
        before={valueInWords(setting, before, t)}
        after={valueInWords(setting, after, t)}
        long={setting === 'url'}
      />
    );
  };
}

function valueInWords(
  setting: string,
  value: Value,
  t: Translate,
): string | undefined {
  if (setting === 'cancelScansAfterNHours' && typeof value === 'number') {
    return t('webApps.hours', { count: value });
  }
  if (setting === 'defaultDnsOverride') {
    return nameOf(value, [], t);
  }
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : textOf(value);
}

/** What an object of Qualys is called, by its reference. */
function nameOf(
  reference: Value,
  known: readonly QpsReference[],
  t: Translate,
): string | undefined {
  const { id: value, name: own } = membersOf(reference);
  const id = textOf(value);
  if (id === undefined) return textOf(own);
  const name = textOf(own) ?? known.find(each => each.id === id)?.name;
  return name ? t('webApps.named', { name, id }) : id;
}

function titleOf({ type, name }: Members, t: Translate): string {
  const kind = typeOf({ type: textOf(type) }, t);
  return name
    ? t('webApps.scan.named', { type: kind, name: textOf(name)! })
    : kind;
}

function canceledInWords({ id, name }: Members, t: Translate): string {
  return t('webApps.cancelScan.stops', {
    scan: `“${textOf(name) ?? textOf(id)}”`,
  });
}

function Launched(props: {
  scan: Members;
  profiles: readonly QpsReference[];
  authRecords: readonly QpsReference[];
}) {
  const { t } = useQualysTranslation();
  const { scan, profiles, authRecords } = props;
  const { authRecord, profile, scannerAppliance } = scan;
  const scanner = membersOf(scannerAppliance);
  const inWords = (name: string, value: string) => (
    <div>
      {name}: {value}
    </div>
  );
  return (
    <>
      <strong>{titleOf(scan, t)}</strong>
      {inWords(
        t('webApps.launch.profile'),
        nameOf(profile, profiles, t) ?? t('webApps.launch.defaultProfile'),
      )}
      {inWords(
        t('webApps.launch.auth'),
        authRecord === 'default'
          ? t('webApps.launch.defaultAuth')
          : nameOf(authRecord, authRecords, t) ?? t('webApps.launch.noAuth'),
      )}
      {inWords(
        t('webApps.launch.scanner'),
        textOf(scanner.friendlyName) ??
          t(
            scanner.type === 'EXTERNAL'
              ? 'webApps.launch.EXTERNAL'
              : 'webApps.launch.anyScanner',
          ),
      )}
    </>
  );
}
