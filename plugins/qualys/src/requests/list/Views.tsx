import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { REQUEST_VIEWS, type RequestView } from './useRequestFilters';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1),
      padding: 0,
    },
  }),
  { name: 'QualysRequestViews' },
);

export interface ViewsProps {
  view: RequestView;
  /** How many requests wait for a decision of whoever looks; undefined while nobody knows. */
  waiting: number | undefined;
  onChange: (view: RequestView) => void;
}

/** The ways to look at requests; that of those who decide is for those for whom something waits. */
export function Views(props: ViewsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { view, waiting = 0 } = props;
  const offered = REQUEST_VIEWS.filter(
    each => each !== 'decide' || waiting > 0 || view === 'decide',
  );
  return (
    <nav aria-label={t('requestList.views')}>
      <ul className={classes.list}>
        {offered.map(each => (
          <li key={each}>
            <Button
              size="small"
              variant={each === view ? 'contained' : 'outlined'}
              color={each === view ? 'primary' : 'default'}
              aria-current={each === view ? 'page' : undefined}
              onClick={() => props.onChange(each)}
            >
              {each === 'decide' && waiting > 0
                ? t('requestList.decideCount', {
                    number: waiting.toLocaleString(locale),
                  })
                : t(`requestList.view.${each}`)}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
