import Chip from '@material-ui/core/Chip';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { ConnectorState } from 'qualys-model';
import { useQualysTranslation, type Translate } from '../translation';
import { StateIcon } from './StateIcon';

// Only the icon is coloured: the status colours are too pale for text.
const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, color: theme.palette.text.primary },
  }),
  { name: 'QualysStateChip' },
);

export interface StateChipProps {
  state: ConnectorState;
  /** The word that Qualys used. */
  reportedState: string;
}

/** The state of a connector, as an icon and a word. */
export function StateChip(props: StateChipProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Tooltip title={meaningOf(props, t)}>
      <Chip
        size="small"
        variant="outlined"
        className={classes.root}
        icon={<StateIcon state={props.state} />}
        label={t(`connectorState.${props.state}`)}
      />
    </Tooltip>
  );
}

/** What a state means, in a sentence. */
export function meaningOf(props: StateChipProps, t: Translate): string {
  return props.state === 'unknown'
    ? t('connectorStateMeaning.unknown', { reportedState: props.reportedState })
    : t(`connectorStateMeaning.${props.state}`);
}
