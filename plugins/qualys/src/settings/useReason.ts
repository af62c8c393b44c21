import { useState } from 'react';
import { settingsReasonSchema } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';

/** A reason that is being written, and whether it will do. */
export interface Reason {
  value: string;
  error?: string;
  set: (reason: string) => void;
  /** The reason as it is sent, or nothing where it will not do, which is then said. */
  check: () => string | undefined;
}

/** Takes the reason for a change. */
export function useReason(): Reason {
  const { t } = useQualysTranslation();
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState(false);
  const { data, success } = settingsReasonSchema.safeParse(value);
  return {
    value,
    error: wrong && !success ? t('settings.reasonMissing') : undefined,
    set: setValue,
    check: () => {
      setWrong(!success);
      return data;
    },
  };
}
