import type { KeyboardEvent } from 'react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormLabel from '@material-ui/core/FormLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ConnectorAssetsChoices } from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { useController } from 'react-hook-form';
import { useFieldStyles } from '../../../components/fieldStyles';
import { FieldHelp } from '../../../settings/fields/FieldHelp';
import { useQualysTranslation } from '../../../translation';
import { tagOf, tagsWith } from './formValues';
import type { AssetsForm } from './useAssetsForm';

const ID = 'qualys-assets-tags';

const useStyles = makeStyles(
  theme => ({
    chosen: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      // The theme gives every chip a margin of its own.
      '& .MuiChip-root': { margin: 0 },
    },
    add: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    button: { marginTop: 4, whiteSpace: 'nowrap' },
  }),
  { name: 'QualysTagsField' },
);

export interface TagsFieldProps {
  form: AssetsForm;
  /** The tags of the subscription; missing where Qualys does not tell them. */
  choices: ConnectorAssetsChoices['tags'];
}

/** The tags that every asset gets: those that are chosen, and others to be added. */
export function TagsField(props: TagsFieldProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const fieldClasses = useFieldStyles();
  const { form } = props;
  const { control } = form;
  const { field, fieldState } = useController({ control, name: 'tags' });
  const one = useController({ control, name: 'tag' });
  const { ref, ...typed } = one.field;
  const { items = [], truncated = true } = props.choices ?? {};
  const chosen = field.value;

  const change = (tags: QpsReference[]) => {
    field.onChange(tags);
    field.onBlur();
  };
  // Half of a name is not wrong yet.
  const type = (text: string) => {
    form.setValue('tag', text);
    form.clearErrors('tag');
  };
  const add = () => {
    const found = tagOf(typed.value, items);
    if (!found) {
      // It says what is wrong with it.
      void form.trigger('tag');
      return;
    }
    type('');
    change(tagsWith(chosen, found));
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It would send the form.
    event.preventDefault();
    add();
  };

  const error = fieldState.error?.message ?? one.fieldState.error?.message;
  return (
    <div role="group" aria-labelledby={`${ID}-label`}>
      <FormLabel id={`${ID}-label`} className={fieldClasses.label}>
        {t('connectorAssets.setting.defaultTags')}
      </FormLabel>
      {chosen.length === 0 ? (
        <Typography variant="body2">
          {t('connectorAssets.form.noTags')}
        </Typography>
      ) : (
        <ul className={classes.chosen}>
          {chosen.map(({ id, name = id }) => (
            <li key={id}>
              <Chip
                label={name}
                size="small"
                variant="outlined"
                onDelete={() => change(chosen.filter(tag => tag.id !== id))}
                // Backspace and Delete take it out, as Material UI has it.
                aria-label={t('connectorAssets.form.removeTag', { name })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <TextField
          id={ID}
          label={t('connectorAssets.form.addTag')}
          {...typed}
          inputRef={ref}
          onChange={event => type(event.target.value)}
          onKeyDown={addOnEnter}
          error={error !== undefined}
          helperText={
            <FieldHelp
              error={error}
              hint={t(
                truncated
                  ? 'connectorAssets.form.tagHintSome'
                  : 'connectorAssets.form.tagHint',
              )}
            />
          }
          inputProps={{ list: `${ID}-choices`, autoComplete: 'off' }}
          InputLabelProps={{ className: fieldClasses.label }}
          variant="outlined"
          size="small"
          fullWidth
        />
        <Button
          variant="outlined"
          onClick={add}
          className={classes.button}
          aria-label={t('connectorAssets.form.addThisTag')}
        >
          {t('connectorAssets.form.add')}
        </Button>
      </div>
      <datalist id={`${ID}-choices`}>
        {items.map(({ id, name = id }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </div>
  );
}
