import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipRule } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS } from 'qualys-model';
import { Disclosure } from '../../components/Disclosure';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../translation';

type Condition = OwnershipRule['conditions'][number];

/** A rule may name hundreds of accounts; so many are shown at once. */
const AT_ONCE = 6;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    subtle: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysConditions' },
);

/** What a rule looks at, all of which must fit. */
export function Conditions(props: { rule: OwnershipRule }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { rule, conditions } = props.rule;
  if (conditions.length === 0) {
    return (
      <Typography variant="body2" className={classes.subtle}>
        {t('ownership.default')}
      </Typography>
    );
  }
  return (
    <ul
      className={classes.list}
      aria-label={t('ownership.conditionsOf', { rule })}
    >
      {conditions.map(condition => (
        <li key={condition.field}>
          <OneCondition condition={condition} />
        </li>
      ))}
    </ul>
  );
}

function OneCondition(props: { condition: Condition }) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { field } = props.condition;
  const values = wordsOf(props.condition, t);
  const rest = values.slice(AT_ONCE);
  const say = (which: string[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(which);
  const shown =
    rest.length === 0 ? say(values) : values.slice(0, AT_ONCE).join(', ');
  return (
    <>
      <Typography variant="body2">
        {t(`ownership.condition.${field}`, { values: shown })}
      </Typography>
      {rest.length > 0 && (
        <Disclosure summary={t('ownership.moreValues', { count: rest.length })}>
          <Typography variant="body2">{say(rest)}</Typography>
        </Disclosure>
      )}
    </>
  );
}

/** The values of a condition as people say them. */
function wordsOf({ field, values }: Condition, t: Translate): string[] {
  if (field !== 'provider') return values;
  return values.map(value => {
    const cloud = CLOUD_PROVIDERS.find(known => known === value.toUpperCase());
    return cloud ? t(`provider.${cloud}`) : value;
  });
}
