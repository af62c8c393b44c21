import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import type { Status } from 'backstage-plugin-qualys-common';
import { MarkedLine, MarkedLines } from '../../components/MarkedLines';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { PartLink } from '../PlatformPaths';
import { needsOf, type KnownOwnership } from './needsOf';

/** What needs somebody, each with a link to where something can be done about it. */
export function Needs(props: {
  status: Status;
  ownership: KnownOwnership;
  /** How many requests for connectors wait for a decision; undefined while nobody knows. */
  waiting: number | undefined;
}) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { loading, value } = props.ownership;
  const looking = loading && value === undefined;
  const needs = needsOf(
    props.status,
    props.ownership,
    props.waiting ?? 0,
    t,
    locale,
  );
  return (
    <Paper component="section" aria-labelledby="qualys-needs">
      <Box p={2}>
        <Typography id="qualys-needs" variant="h6" component="h3" gutterBottom>
          {t('needs.title')}
        </Typography>
        {needs.length === 0 ? (
          <MarkedLine alone mark={looking ? undefined : 'ok'}>
            {t(looking ? 'needs.loading' : 'needs.nothing')}
          </MarkedLine>
        ) : (
          <MarkedLines aria-labelledby="qualys-needs">
            {needs.map(({ key, text, to, filters }) => (
              <MarkedLine key={key} mark="warning">
                <PartLink to={to} filters={filters}>
                  {text}
                </PartLink>
              </MarkedLine>
            ))}
          </MarkedLines>
        )}
      </Box>
    </Paper>
  );
}
