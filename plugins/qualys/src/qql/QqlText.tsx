import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { QqlProblem } from 'qualys-model';
import { highlightQql } from './highlight';

// Dark enough on paper, and light enough on a dark theme, to be read.
const useStyles = makeStyles(
  theme => {
    const dark = theme.palette.type === 'dark';
    return {
      token: { color: dark ? '#9cc9ff' : '#0b57a4' },
      keyword: { color: dark ? '#e1b4f5' : '#7b1fa2' },
      operator: { color: theme.palette.textSubtle },
      mark: { color: theme.palette.textSubtle },
      value: { color: dark ? '#a5d6a7' : '#1b5e20' },
      error: {
        textDecoration: `underline wavy ${theme.palette.status.error}`,
        textDecorationSkipInk: 'none',
      },
      warning: {
        textDecoration: `underline wavy ${theme.palette.status.warning}`,
        textDecorationSkipInk: 'none',
      },
    };
  },
  { name: 'QualysQqlText' },
);

const NO_PROBLEMS: QqlProblem[] = [];

/** A query in colours, with what is wrong with it underlined. */
export function QqlText(props: { text: string; problems?: QqlProblem[] }) {
  const classes = useStyles();
  const { text, problems = NO_PROBLEMS } = props;
  const stretches = useMemo(
    () => highlightQql(text, problems),
    [text, problems],
  );
  return (
    <>
      {stretches.map(({ from, text: piece, kind, problem }) => (
        <span
          key={from}
          className={`${kind ? classes[kind] : ''} ${
            problem ? classes[problem] : ''
          }`}
        >
          {piece}
        </span>
      ))}
    </>
  );
}
