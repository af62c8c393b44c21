import { useCallback, useRef, useState } from 'react';
import Box from '@material-ui/core/Box';
import FormHelperText from '@material-ui/core/FormHelperText';
import TableBody from '@material-ui/core/TableBody';
import Typography from '@material-ui/core/Typography';
import { QUALYS_AWS_ACCOUNTS_ANNOTATION } from 'backstage-plugin-qualys-common';
import {
  awsAccountIdSchema,
  awsRegionSchema,
  type SecurityHubRow,
} from 'qualys-model';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { FieldHelp } from '../../settings/fields/FieldHelp';
import { useQualysTranslation } from '../../translation';
import { MatrixTable } from '../MatrixTable';
import { regionsIn } from '../rows';
import { AddField } from './AddField';
import { SUGGESTED_REGIONS } from '../../components/awsRegions';
import { MatrixRow } from './MatrixRow';
import type { HubForm } from './useHubForm';

export interface MatrixFieldsProps {
  /** What the ids of its parts begin with. */
  id: string;
  form: HubForm;
  /** The rows that are changed. */
  before: readonly SecurityHubRow[];
  /** The accounts that may stand in it; any unless given. */
  accounts?: readonly string[];
}

/** AWS accounts by regions, to be filled in. */
export function MatrixFields(props: MatrixFieldsProps) {
  const { t } = useQualysTranslation();
  const { id, form, before, accounts } = props;
  const rows = form.watch('rows');
  const errors = form.formState.errors.rows;
  const scroll = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string[]>([]);
  const [told, setTold] = useState('');
  const regions = [
    ...new Set([...regionsIn(rows), ...regionsIn(before), ...added]),
  ].sort();

  const set = useCallback(
    (change: (rows: SecurityHubRow[]) => SecurityHubRow[]) =>
      form.setValue('rows', change(form.getValues('rows')), {
        shouldDirty: true,
        // What is right by now is no longer called wrong.
        shouldValidate: form.formState.errors.rows !== undefined,
      }),
    [form],
  );
  const change = useCallback(
    (row: SecurityHubRow) =>
      set(all =>
        all.map(other => (other.awsAccount === row.awsAccount ? row : other)),
      ),
    [set],
  );
  const remove = useCallback(
    ({ awsAccount }: SecurityHubRow) => {
      set(all => all.filter(other => other.awsAccount !== awsAccount));
      setTold(t('securityHub.form.removed', { what: awsAccount }));
      // The button that had the focus goes with its row.
      scroll.current?.focus();
    },
    [set, t],
  );
  const addAccount = (awsAccount: string) => {
    const held = before.find(row => row.awsAccount === awsAccount);
    const like = held ?? form.getValues('rows')[0];
    set(all => [
      ...all,
      {
        awsAccount,
        minSeverity: like?.minSeverity ?? 3,
        baseCategory: like?.baseCategory ?? 'Confirmed',
        regions: [...(held?.regions ?? [])],
      },
    ]);
    setTold(t('securityHub.form.added', { what: awsAccount }));
  };
  const addRegion = (region: string) => {
    setAdded(all => [...all, region]);
    setTold(t('securityHub.form.added', { what: region }));
  };
  const isThere = (account: string) =>
    rows.some(({ awsAccount }) => awsAccount === account);
  const left = accounts?.filter(account => !isThere(account));

  return (
    <>
      {rows.length > 0 ? (
        <MatrixTable ref={scroll} label={t('hubs.rows')} regions={regions}>
          <TableBody>
            {rows.map((row, index) => (
              <MatrixRow
                key={row.awsAccount}
                id={id}
                row={row}
                regions={regions}
                error={errors?.[index]?.regions?.message}
                onChange={change}
                onRemove={remove}
              />
            ))}
          </TableBody>
        </MatrixTable>
      ) : (
        <div ref={scroll} tabIndex={-1}>
          <Typography variant="body1">{t('securityHub.form.none')}</Typography>
        </div>
      )}
      {rows.length > 0 && regions.length === 0 && (
        <Typography variant="body1">
          {t('securityHub.form.noColumns')}
        </Typography>
      )}
      <Box mt={1} mb={3}>
        <FormHelperText>
          <FieldHelp hint={t('securityHub.form.categoryHint')} />
        </FormHelperText>
      </Box>
      <FieldGroup id={`${id}-add`} title={t('securityHub.form.addTitle')}>
        <Box display="flex" flexWrap="wrap" gridGap={16}>
          {left?.length === 0 ? (
            <Box flex="1 1 18rem">
              <Typography variant="body2">
                {t('securityHub.form.noAccountLeft', {
                  annotation: <code>{QUALYS_AWS_ACCOUNTS_ANNOTATION}</code>,
                })}
              </Typography>
            </Box>
          ) : (
            <AddField
              id={`${id}-account`}
              form={form}
              name="newAccount"
              missing={errors?.message}
              label={t('securityHub.form.account')}
              hint={t('securityHub.form.accountHint')}
              buttonLabel={t('securityHub.form.addAccount')}
              choices={
                left && [
                  ['', t('securityHub.form.chooseAccount')],
                  ...left.map((account): [string, string] => [
                    account,
                    account,
                  ]),
                ]
              }
              problemOf={account =>
                isThere(account)
                  ? t('securityHub.form.accountTwice')
                  : messageOf(awsAccountIdSchema.safeParse(account))
              }
              onAdd={addAccount}
            />
          )}
          <AddField
            id={`${id}-region`}
            form={form}
            name="newRegion"
            label={t('securityHub.form.region')}
            hint={t('securityHub.form.regionHint')}
            buttonLabel={t('securityHub.form.addRegion')}
            suggestions={SUGGESTED_REGIONS.filter(
              region => !regions.includes(region),
            )}
            problemOf={region =>
              regions.includes(region)
                ? t('securityHub.form.regionTwice')
                : messageOf(awsRegionSchema.safeParse(region))
            }
            onAdd={addRegion}
          />
        </Box>
        <div role="status">
          <Typography variant="body2">{told}</Typography>
        </div>
      </FieldGroup>
    </>
  );
}

function messageOf(read: {
  success: boolean;
  error?: { issues: { message: string }[] };
}): string | undefined {
  return read.error?.issues[0].message;
}
