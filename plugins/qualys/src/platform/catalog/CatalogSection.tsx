import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CatalogState } from 'backstage-plugin-qualys-common';
import { Disclosure } from '../../components/Disclosure';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'QualysCatalogSection' },
);

/** What the catalog made of the connectors: how many have an entity, which have none and why. */
export function CatalogSection(props: { catalog?: CatalogState }) {
  const { t } = useQualysTranslation();
  const { catalog } = props;
  return (
    <Paper component="section" aria-labelledby="qualys-catalog">
      <Box p={2}>
        <Typography
          id="qualys-catalog"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('catalogState.title')}
        </Typography>
        {catalog ? (
          <State catalog={catalog} />
        ) : (
          <Typography variant="body2">{t('catalogState.never')}</Typography>
        )}
      </Box>
    </Paper>
  );
}

function State(props: { catalog: CatalogState }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { at, entities, leftOut, skipped, skippedEntities, keptBecause } =
    props.catalog;
  const more = skipped - skippedEntities.length;
  return (
    <>
      <Typography variant="body2" component="div">
        {t('catalogState.entities', {
          count: entities,
          number: entities.toLocaleString(locale),
        })}{' '}
        {leftOut > 0 &&
          t('catalogState.leftOut', {
            count: leftOut,
            number: leftOut.toLocaleString(locale),
          })}{' '}
        {t('catalogState.at', { when: <RelativeTime value={at} /> })}
      </Typography>
      {skipped > 0 && (
        <Disclosure summary={t('catalogState.skipped', { count: skipped })}>
          <Typography
            component="ul"
            variant="body2"
            className={classes.list}
            aria-label={t('catalogState.skippedList')}
          >
            {skippedEntities.map(({ subscription, id, message }) => (
              <li key={`${subscription}/${id}`}>
                {t('catalogState.skippedEntity', { subscription, id, message })}
              </li>
            ))}
            {more > 0 && <li>{t('skipped.more', { count: more })}</li>}
          </Typography>
        </Disclosure>
      )}
      {keptBecause && (
        <Box mt={1}>
          <Notice severity="warning" title={t('catalogState.keptTitle')}>
            {keptBecause}
          </Notice>
        </Box>
      )}
    </>
  );
}
