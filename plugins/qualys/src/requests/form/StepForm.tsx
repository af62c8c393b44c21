import { useRef, type FormEvent, type ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useQualysTranslation } from '../../translation';

export interface StepFormProps {
  /** Goes on; answers whether the fields of the step were right. */
  onNext: () => Promise<boolean>;
  onBack?: () => void;
  /** What the button that goes on says. */
  nextLabel?: string;
  /** While something is on its way, nothing else can be asked for. */
  busy?: boolean;
  /** Whether there is no way on from here. */
  blocked?: boolean;
  /** Buttons beside the one that goes on. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A step of the form, with the buttons that lead on and back. */
export function StepForm(props: StepFormProps) {
  const { t } = useQualysTranslation();
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { busy = false, blocked = false, onBack } = props;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || blocked) return;
    if (!(await props.onNext())) focusFirstError();
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <div ref={content}>{props.children}</div>
      <Box display="flex" flexWrap="wrap" gridGap={8} mt={2}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={busy || blocked}
        >
          {props.nextLabel ?? t('requestForm.next')}
        </Button>
        {props.actions}
        {onBack && (
          <Button onClick={onBack} disabled={busy}>
            {t('settings.back')}
          </Button>
        )}
      </Box>
    </form>
  );
}
