import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { percentOf } from '../../components/Proportions';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import type { ConnectorFilters } from '../connectors/useConnectorFilters';
import { PartLink } from '../PlatformPaths';

const useStyles = makeStyles(
  theme => ({
    track: {
      height: 6,
      margin: theme.spacing(0.5, 0),
      borderRadius: 3,
      overflow: 'hidden',
      backgroundColor: theme.palette.divider,
    },
    part: {
      height: '100%',
      minWidth: 4,
      backgroundColor: theme.palette.primary.main,
    },
    subtle: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysOwnershipCount' },
);

export interface CountProps {
  connectors: number;
  /** How many connectors there are. */
  total: number;
  /** Which connectors these are. */
  filters: ConnectorFilters;
  /** What they have in common, for those who hear the link alone. */
  of: string;
}

/** How many connectors these are, with a link to them. */
export function Count(props: CountProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { connectors, total } = props;
  if (connectors === 0) {
    return (
      <Typography variant="body2" className={classes.subtle}>
        {t('ownership.nothing')}
      </Typography>
    );
  }
  const count = t('syncs.connectors', {
    count: connectors,
    number: connectors.toLocaleString(locale),
  });
  return (
    <div>
      <Typography variant="body1" component="div">
        <PartLink
          to="connectors"
          filters={props.filters}
          aria-label={`${count}: ${props.of}`}
        >
          {count}
        </PartLink>
      </Typography>
      <div className={classes.track} aria-hidden>
        <div
          className={classes.part}
          style={{ width: `${(connectors / total) * 100}%` }}
        />
      </div>
      <Typography variant="body2" className={classes.subtle}>
        {t('ownership.share', { share: percentOf(connectors, total, locale) })}
      </Typography>
    </div>
  );
}
