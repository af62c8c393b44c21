import type { ReactNode } from 'react';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OwnershipRule } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: '5.5rem minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      alignContent: 'start',
      margin: theme.spacing(0.5, 0, 0),
      '& dt': { color: theme.palette.textSubtle },
      '& dd': { margin: 0 },
    },
    lost: { display: 'flex', gap: theme.spacing(0.5), alignItems: 'start' },
    warning: { color: theme.palette.status.warning, marginTop: 2 },
    label: { whiteSpace: 'normal' },
    chip: {
      margin: theme.spacing(0, 0.5, 0.5, 0),
      maxWidth: '100%',
      height: 'auto',
      minHeight: 24,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'QualysGives' },
);

/** What a rule gives to the connectors that it decides about. */
export function Gives(props: { rule: OwnershipRule }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { owner, system, namespace, labels = {}, notFound } = props.rule;
  const lost = (entityRef: string) => notFound.includes(entityRef);
  return (
    <Typography component="dl" variant="body2" className={classes.list}>
      <Given what={t('ownership.owner')}>
        <Entity entityRef={owner} defaultKind="group" lost={lost(owner)} />
      </Given>
      {system && (
        <Given what={t('ownership.system')}>
          <Entity entityRef={system} defaultKind="system" lost={lost(system)} />
        </Given>
      )}
      {namespace && <Given what={t('ownership.namespace')}>{namespace}</Given>}
      {Object.keys(labels).length > 0 && (
        <Given what={t('ownership.labels')}>
          {Object.entries(labels).map(([name, value]) => (
            <Chip
              key={name}
              size="small"
              variant="outlined"
              className={classes.chip}
              classes={{ label: classes.label }}
              label={`${name}: ${value}`}
            />
          ))}
        </Given>
      )}
    </Typography>
  );
}

function Given(props: { what: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.what}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function Entity(props: {
  entityRef: string;
  defaultKind: string;
  lost: boolean;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { entityRef, defaultKind } = props;
  if (props.lost) {
    return (
      <span className={classes.lost}>
        <WarningIcon
          fontSize="inherit"
          className={classes.warning}
          aria-hidden
        />
        {t('ownership.notFound', { entity: entityRef })}
      </span>
    );
  }
  return <EntityRefLink entityRef={entityRef} defaultKind={defaultKind} />;
}
