import type { ReactNode } from 'react';
import type { SettingChange } from 'backstage-plugin-qualys-common';
import { securityHubRowSchema, type SecurityHubRow } from 'qualys-model';
import { severityInWords } from '../components/severity';
import { useLanguage } from '../hooks/useLanguage';
import type { WordsOf } from '../settings/ChangeList';
import { ValueChange } from '../settings/ValueChange';
import { useQualysTranslation, type Translate } from '../translation';
import { categoryInWords } from './categoryInWords';

const ACCOUNT = /^(\d{12})(?:\.(minSeverity|baseCategory|regions))?$/;

const rowSchema = securityHubRowSchema.omit({ awsAccount: true });

type Settings = Omit<SecurityHubRow, 'awsAccount'>;
type Value = SettingChange['before'];

/** Says a change of a Security Hub integration in words. */
export function useHubWords(): WordsOf {
  const { t } = useQualysTranslation();
  const list = new Intl.ListFormat(useLanguage());
  return ({ setting, before, after }) => {
    const [, account, member] = ACCOUNT.exec(setting) ?? [];
    if (!account) return otherInWords({ setting, before, after }, t);
    const name = t('securityHub.accountOf', { account });
    switch (member) {
      case 'regions':
        return (
          <Regions name={name} before={before} after={after} list={list} />
        );
      case 'minSeverity':
      case 'baseCategory':
        return (
          <ValueChange
            name={t('securityHub.settingOf', {
              account,
              setting: t(`securityHub.setting.${member}`),
            })}
            before={settingInWords(member, before, t)}
            after={settingInWords(member, after, t)}
          />
        );
      default:
        return (
          <>
            <strong>{name}</strong> {rowInWords({ before, after }, t, list)}
          </>
        );
    }
  };
}

/** A change of what is no account: of the name, or of the integration as a whole. */
function otherInWords(
  { setting, before, after }: Omit<SettingChange, 'effect'>,
  t: Translate,
): ReactNode {
  const [was, is] = [textOf(before), textOf(after)];
  if (setting === 'name' && was === undefined && is !== undefined) {
    return t('securityHub.integrationComes', { name: <strong>{is}</strong> });
  }
  if (setting === 'name' && was !== undefined && is === undefined) {
    return t('securityHub.integrationGoes', { name: <strong>{was}</strong> });
  }
  const name = setting === 'name' ? t('securityHub.setting.name') : setting;
  return <ValueChange name={name} before={was} after={is} />;
}

function textOf(value: Value): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function settingInWords(
  member: 'minSeverity' | 'baseCategory',
  value: Value,
  t: Translate,
): string | undefined {
  if (typeof value === 'number') return severityInWords(value, t);
  return member === 'baseCategory' && typeof value === 'string'
    ? categoryInWords(value, t)
    : textOf(value);
}

/** What an account gets that comes, or loses that goes. */
function rowInWords(
  { before, after }: Pick<SettingChange, 'before' | 'after'>,
  t: Translate,
  list: Intl.ListFormat,
): string {
  const read = rowSchema.safeParse(after ?? before);
  if (!read.success) {
    return t(after === undefined ? 'securityHub.goes' : 'securityHub.comes');
  }
  const { minSeverity, baseCategory, regions }: Settings = read.data;
  return t(
    after === undefined ? 'securityHub.goesWith' : 'securityHub.comesWith',
    {
      severity: severityInWords(minSeverity, t),
      category: categoryInWords(baseCategory, t),
      regions: list.format(regions),
    },
  );
}

function regionsOf(value: Value): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function Regions(props: {
  name: string;
  before: Value;
  after: Value;
  list: Intl.ListFormat;
}) {
  const { t } = useQualysTranslation();
  const was = regionsOf(props.before);
  const is = regionsOf(props.after);
  const added = is.filter(region => !was.includes(region));
  const removed = was.filter(region => !is.includes(region));
  return (
    <>
      <strong>{props.name}</strong>
      {added.length > 0 && (
        <div>
          {t('securityHub.regionsAdded', {
            count: added.length,
            regions: props.list.format(added),
          })}
        </div>
      )}
      {removed.length > 0 && (
        <div>
          {t('securityHub.regionsRemoved', {
            count: removed.length,
            regions: props.list.format(removed),
          })}
        </div>
      )}
    </>
  );
}
