import { makeStyles } from '@material-ui/core/styles';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    long: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      columnGap: theme.spacing(1),
      margin: 0,
      '& dt': { color: theme.palette.textSubtle },
      '& dd': { margin: 0 },
    },
  }),
  { name: 'QualysValueChange' },
);

export interface ValueChangeProps {
  /** What people call the setting. */
  name: string;
  /** Nothing where there was nothing. */
  before?: string | JSX.Element;
  after?: string | JSX.Element;
  /** Whether the values are long, so that each has a line of its own. */
  long?: boolean;
}

/** A setting with what it was and what it becomes. */
export function ValueChange(props: ValueChangeProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const none = t('settings.none');
  const { before = none, after = none } = props;
  const name = <strong>{props.name}</strong>;
  return props.long ? (
    <>
      {name}
      <dl className={classes.long}>
        <dt>{t('settings.before')}</dt>
        <dd>{before}</dd>
        <dt>{t('settings.after')}</dt>
        <dd>{after}</dd>
      </dl>
    </>
  ) : (
    <>{t('settings.change', { name, before, after })}</>
  );
}
