import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useQualysTranslation } from '../translation';
import type { QqlSuggestion } from './completion';

const useStyles = makeStyles(
  theme => ({
    list: {
      position: 'absolute',
      zIndex: theme.zIndex.tooltip,
      top: '100%',
      left: 0,
      right: 0,
      maxHeight: '14rem',
      overflowY: 'auto',
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: theme.spacing(0.5, 0),
    },
    option: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.5, 1.5),
      cursor: 'pointer',
      fontSize: theme.typography.body2.fontSize,
      '&:hover, &[aria-selected="true"]': {
        backgroundColor: theme.palette.action.selected,
      },
    },
    text: { fontFamily: 'monospace' },
    description: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysQqlSuggestions' },
);

/** The id of one of the suggestions of a list. */
export function suggestionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export interface SuggestionsProps {
  id: string;
  suggestions: QqlSuggestion[];
  /** The index of the one that the keyboard is on; -1 for none. */
  active: number;
  onChoose: (suggestion: QqlSuggestion) => void;
}

/** What can stand where somebody writes, to choose from. */
export function Suggestions(props: SuggestionsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  return (
    <Paper
      component="ul"
      elevation={8}
      className={classes.list}
      id={props.id}
      role="listbox"
      aria-label={t('qql.suggestions')}
    >
      {props.suggestions.map((suggestion, index) => (
        // The keyboard stays in the text: it moves through the options from there.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={suggestion.text}
          id={suggestionId(props.id, index)}
          role="option"
          aria-selected={index === props.active}
          className={classes.option}
          ref={element => {
            if (index === props.active) {
              element?.scrollIntoView?.({ block: 'nearest' });
            }
          }}
          // The text must keep the focus.
          onMouseDown={event => event.preventDefault()}
          onClick={() => props.onChoose(suggestion)}
        >
          <span className={classes.text}>{suggestion.text}</span>
          {suggestion.description && (
            <span className={classes.description}>
              {suggestion.description}
            </span>
          )}
        </li>
      ))}
    </Paper>
  );
}
