import { useMemo, useRef } from 'react';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { checkQql, type QqlProblem, type QqlSide } from 'qualys-model';
import { useQualysTranslation } from '../translation';
import { QqlProblems, type QueryNote } from './QqlProblems';
import { QqlText } from './QqlText';
import { suggestionId, Suggestions } from './Suggestions';
import { useCompletion } from './useCompletion';

// The coloured text lies behind the field, letter under letter: whatever gives
// letters their place must be the same for both.
const useStyles = makeStyles(
  theme => {
    const letters = {
      gridArea: '1 / 1',
      boxSizing: 'border-box',
      margin: 0,
      padding: theme.spacing(1.25, 1.5),
      border: 0,
      fontFamily: 'monospace',
      fontSize: '0.875rem',
      lineHeight: 1.6,
      letterSpacing: 'normal',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      minWidth: 0,
      minHeight: '3.9rem',
    } as const;
    return {
      label: { display: 'block', color: theme.palette.text.primary },
      place: { position: 'relative', marginTop: theme.spacing(0.5) },
      field: {
        display: 'grid',
        border: `1px solid ${theme.palette.textSubtle}`,
        borderRadius: theme.shape.borderRadius,
        '&:focus-within': {
          borderColor: theme.palette.primary.main,
          boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
        },
      },
      wrong: { borderColor: theme.palette.error.main },
      off: { opacity: 0.6, borderStyle: 'dashed' },
      text: {
        ...letters,
        pointerEvents: 'none',
        '@media (forced-colors: active)': { visibility: 'hidden' },
      },
      input: {
        ...letters,
        width: '100%',
        height: '100%',
        overflow: 'hidden',
        resize: 'none',
        outline: 'none',
        background: 'transparent',
        color: 'transparent',
        caretColor: theme.palette.text.primary,
        '&::selection': {
          color: 'transparent',
          backgroundColor: `${theme.palette.primary.main}55`,
        },
        '@media (forced-colors: active)': { color: 'FieldText' },
      },
      hidden: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
    };
  },
  { name: 'QualysQqlEditor' },
);

const NO_PROBLEMS: QqlProblem[] = [];

export interface QqlEditorProps {
  id: string;
  label: string;
  side: QqlSide;
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  disabled?: boolean;
  hint?: string;
  /** What else there is to say of the query, as a whole. */
  notes?: QueryNote[];
}

/**
 * A field for a query, with colours, what is wrong at its place, and
 * completion. It is a textarea, and stays one for screen readers: no role of
 * a combobox can have several lines, so it says by its attributes alone that
 * there is a list, and which option the keyboard is on.
 */
export function QqlEditor(props: QqlEditorProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id, value, side, disabled, notes = [] } = props;
  const completion = useCompletion({
    text: value,
    side,
    field,
    onChange: props.onChange,
  });
  const { suggestions, active } = completion;
  const isOpen = suggestions.length > 0;
  const listId = `${id}-suggestions`;

  // What is lost with a new query depends on more than the query.
  const problems = useMemo(
    () =>
      value.trim() === ''
        ? NO_PROBLEMS
        : checkQql(value, side).filter(({ code }) => code !== 'defaultsLost'),
    [value, side],
  );
  const wrong = problems.some(({ severity }) => severity === 'error');

  const show = (from: number, to: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };

  return (
    <div>
      <FormLabel htmlFor={id} className={classes.label}>
        {props.label}
      </FormLabel>
      <div className={classes.place}>
        <div
          className={`${classes.field} ${wrong ? classes.wrong : ''} ${
            disabled ? classes.off : ''
          }`}
        >
          <div className={classes.text} aria-hidden>
            <QqlText text={value} problems={problems} />
            {/* A line that has only begun has a height too. */}
            {'\u200b'}
          </div>
          <textarea
            id={id}
            ref={field}
            className={classes.input}
            rows={2}
            value={value}
            disabled={disabled}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={
              active >= 0 ? suggestionId(listId, active) : undefined
            }
            aria-invalid={wrong || undefined}
            aria-describedby={`${id}-hint ${id}-problems`}
            onChange={event =>
              completion.onType(event.target.value, event.target.selectionStart)
            }
            onKeyDown={completion.onKeyDown}
            onSelect={event =>
              completion.onMove(event.currentTarget.selectionStart)
            }
            onBlur={() => {
              completion.close();
              props.onBlur?.();
            }}
          />
        </div>
        {isOpen && (
          <Suggestions
            id={listId}
            suggestions={suggestions}
            active={active}
            onChoose={completion.choose}
          />
        )}
        <div role="status" className={classes.hidden}>
          {isOpen && t('qql.suggested', { count: suggestions.length })}
        </div>
      </div>
      <FormHelperText id={`${id}-hint`}>
        {props.hint} {!disabled && t('qql.keys')}
      </FormHelperText>
      <QqlProblems
        id={`${id}-problems`}
        notes={[...problems, ...notes]}
        onShow={show}
      />
    </div>
  );
}
