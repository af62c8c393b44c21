import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useQualysTranslation } from '../translation';
import { ChoiceField } from './ChoiceField';
import { SearchField } from './SearchField';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
      gap: theme.spacing(2),
      alignItems: 'center',
      marginBottom: theme.spacing(2),
    },
    search: {
      gridColumn: 'span 2',
      [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
    },
  }),
  { name: 'QualysFilterFields' },
);

export interface FilterFieldsProps {
  searchId: string;
  searchLabel: string;
  searchHint: string;
  /** What is searched for. */
  q: string | undefined;
  onChange: (change: { q: string }, how: { replace: boolean }) => void;
  /** The choices beside the search. */
  children: ReactNode;
}

/** What narrows a list: a search, and choices beside it. */
export function FilterFields(props: FilterFieldsProps) {
  const classes = useStyles();
  const { q: searched, onChange } = props;
  return (
    <div className={classes.root} role="search">
      <div className={classes.search}>
        <SearchField
          id={props.searchId}
          label={props.searchLabel}
          placeholder={props.searchHint}
          value={searched ?? ''}
          onChange={q =>
            // Going on typing is not one more step to go back.
            onChange({ q }, { replace: Boolean(searched && q) })
          }
        />
      </div>
      {props.children}
    </div>
  );
}

export interface ChoiceFilterProps<Value extends string> {
  id: string;
  label: string;
  /** What the choice is called that narrows nothing. */
  any: string;
  /** What is chosen; undefined where that narrows nothing. */
  value: Value | undefined;
  /** Values with what people call them. */
  choices: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list to one of several values. */
export function ChoiceFilter<Value extends string>(
  props: ChoiceFilterProps<Value>,
) {
  const { any, choices, onChange, value, ...field } = props;
  return (
    <ChoiceField
      {...field}
      value={value ?? ''}
      choices={[
        ['', any],
        ...choices.map(([each, label]): [string, string] => [each, label]),
      ]}
      onChange={chosen =>
        onChange(choices.find(([each]) => each === chosen)?.[0])
      }
    />
  );
}

export interface SubscriptionFilterProps
  extends Omit<ChoiceFilterProps<string>, 'label' | 'choices'> {
  /** The subscriptions with what people call them; missing for who may not see them. */
  subscriptions: readonly (readonly [id: string, title: string])[] | undefined;
}

/** Narrows a list to what is of one subscription. */
export function SubscriptionFilter(props: SubscriptionFilterProps) {
  const { t } = useQualysTranslation();
  const { subscriptions, ...filter } = props;
  return (
    <ChoiceFilter
      {...filter}
      label={t('connectors.subscription')}
      choices={withChosen(subscriptions, filter.value)}
    />
  );
}

/** The choices, and what a shared link has chosen where it is none of them. */
export function withChosen(
  choices: readonly (readonly [string, string])[] = [],
  chosen: string | undefined,
): readonly (readonly [string, string])[] {
  if (!chosen || choices.some(([value]) => value === chosen)) return choices;
  return [...choices, [chosen, chosen]];
}
