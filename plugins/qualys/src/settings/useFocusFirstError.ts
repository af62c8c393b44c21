import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * Leads to the first field of a form that is wrong, in the order in which they
 * stand, once they have been rendered with their errors.
 */
export function useFocusFirstError(form: RefObject<HTMLElement>): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked, form]);
  return useCallback(() => setAsked(count => count + 1), []);
}
