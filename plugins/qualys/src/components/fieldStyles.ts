import { makeStyles } from '@material-ui/core/styles';

/**
 * The label of a field. The theme's own colour for it is a little too pale for
 * the background of a page.
 */
export const useFieldStyles = makeStyles(
  theme => ({ label: { color: theme.palette.textSubtle } }),
  { name: 'QualysField' },
);
