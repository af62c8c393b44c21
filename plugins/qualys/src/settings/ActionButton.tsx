import Button, { type ButtonProps } from '@material-ui/core/Button';
import {
  PermittedButton,
  type PermittedButtonProps,
} from '../components/PermittedButton';
import { useQualysTranslation } from '../translation';

const LOOK = { variant: 'outlined', size: 'small' } as const;

/** A button for something that can be done with an object of Qualys, by those who may. */
export function ActionButton(props: PermittedButtonProps) {
  return <PermittedButton {...LOOK} {...props} />;
}

/** The button that opens the history of an object's settings. */
export function HistoryButton(
  props: Pick<ButtonProps, 'aria-label' | 'children' | 'onClick'>,
) {
  const { t } = useQualysTranslation();
  const { children = t('settings.history.button'), ...button } = props;
  return (
    <Button {...LOOK} {...button}>
      {children}
    </Button>
  );
}
