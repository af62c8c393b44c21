import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NeutralIcon from '@material-ui/icons/SwapHoriz';
import WeakeningIcon from '@material-ui/icons/TrendingDown';
import WideningIcon from '@material-ui/icons/TrendingUp';
import type { SettingEffect } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';

const ICONS = {
  widening: WideningIcon,
  neutral: NeutralIcon,
  weakening: WeakeningIcon,
};

// Only the icon is coloured: the status colours are too pale for text.
const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    widening: { color: theme.palette.status.ok },
    neutral: { color: theme.palette.textSubtle },
    weakening: { color: theme.palette.status.warning },
  }),
  { name: 'QualysEffectMark' },
);

/** What a change does to what Qualys sees and tells, as an icon and a word. */
export function EffectMark(props: { effect: SettingEffect }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const Icon = ICONS[props.effect];
  return (
    <Typography variant="body2" component="span" className={classes.root}>
      <Icon fontSize="small" className={classes[props.effect]} aria-hidden />
      {t(`settings.effect.${props.effect}`)}
    </Typography>
  );
}
