import { useState, type KeyboardEvent } from 'react';
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
  const { field, fieldState } = useController({
    control: props.form.control,
    name: 'tags',
  });
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);
  const { items = [], truncated = true } = props.choices ?? {};
  const chosen = field.value;

  const change = (tags: QpsReference[]) => {
    field.onChange(tags);
    field.onBlur();
  };
  const add = () => {
    const text = typed.trim();
    if (text === '') return;
    const found =
      items.find(({ id, name }) => name === text || id === text) ??
      (/^[1-9]\d{0,18}$/.test(text) ? { id: text } : undefined);
    setUnknown(found === undefined);
    if (!found) return;
    setTyped('');
    if (!chosen.some(({ id }) => id === found.id)) change([...chosen, found]);
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It would send the form.
    event.preventDefault();
    add();
  };

  const error =
    fieldState.error?.message ??
    (unknown ? t('connectorAssets.form.tagUnknown') : undefined);
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
          value={typed}
          onChange={event => {
            setTyped(event.target.value);
            setUnknown(false);
          }}
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
