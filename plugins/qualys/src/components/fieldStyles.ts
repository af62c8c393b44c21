import { makeStyles } from '@material-ui/core/styles';

/**
 * The label of a field. The theme's own colours for it are too pale for the
 * background of a page; that something is wrong, the border and the text below
 * the field say.
 */
export const useFieldStyles = makeStyles(
  theme => ({
    label: {
      '&, &.Mui-error, & .MuiFormLabel-asterisk.Mui-error': {
        color: theme.palette.textSubtle,
      },
    },
  }),
  { name: 'QualysField' },
);
