import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SettingChange } from 'backstage-plugin-qualys-common';
import { EffectMark } from './EffectMark';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 7rem',
      columnGap: theme.spacing(2),
      alignItems: 'start',
      padding: theme.spacing(1, 0),
      '&:not(:last-child)': {
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    words: { overflowWrap: 'anywhere' },
  }),
  { name: 'QualysChangeList' },
);

/** A change of a setting in the words of its object. */
export type WordsOf = (change: SettingChange) => ReactNode;

export interface ChangeListProps {
  changes: readonly SettingChange[];
  wordsOf: WordsOf;
  /** What the list is, for those who do not see where it stands. */
  label: string;
}

/** The difference between two states in words, and what each line of it does. */
export function ChangeList(props: ChangeListProps) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.changes.map(change => (
        <li key={change.setting} className={classes.item}>
          <Typography variant="body2" component="div" className={classes.words}>
            {props.wordsOf(change)}
          </Typography>
          <EffectMark effect={change.effect} />
        </li>
      ))}
    </ul>
  );
}
