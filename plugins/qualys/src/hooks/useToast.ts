import { useCallback } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';

/** How long what is done is said (in milliseconds). */
const SHOWN_MS = 8_000;

/** Says for a moment, without asking for anything, that something is done, or what else became of it. */
export function useToast(): (
  title: string,
  status?: 'success' | 'info' | 'warning',
) => void {
  const toasts = useApi(toastApiRef);
  return useCallback(
    (title, status = 'success') => {
      toasts.post({ title, status, timeout: SHOWN_MS });
    },
    [toasts],
  );
}
