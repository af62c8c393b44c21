import Button from '@material-ui/core/Button';
import { useQualysTranslation } from '../translation';

export interface ShowEarlierProps {
  loading: boolean;
  /** Shows more; undefined where there is nothing earlier, or while it is loaded. */
  onShow: (() => void) | undefined;
}

/** Shows what is before the first that is shown of a history. */
export function ShowEarlier(props: ShowEarlierProps) {
  const { t } = useQualysTranslation();
  const { loading, onShow } = props;
  return (
    // It stays while more comes, for whoever has come to it with the keyboard.
    <Button
      variant="outlined"
      size="small"
      onClick={onShow}
      aria-disabled={loading}
    >
      {loading ? t('paging.loading') : t('history.showEarlier')}
    </Button>
  );
}
