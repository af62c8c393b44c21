import { useEffect, useRef, type RefObject } from 'react';

/**
 * Leads the focus to where dialogs are opened from, where the button that it
 * goes back to is gone: with the dialog, or once what has changed is shown.
 *
 * @param open - whether a dialog is open
 * @returns for what takes the focus then
 */
export function useFocusKept<Place extends HTMLElement>(
  open: boolean,
): RefObject<Place> {
  const place = useRef<Place>(null);
  const wasOpen = useRef(open);
  // What a dialog has given the focus back to.
  const holder = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    const isNowhere = activeElement === null || activeElement === body;
    const hasClosed = wasOpen.current && !open;
    wasOpen.current = open;
    if (hasClosed) holder.current = activeElement;
    const lost =
      hasClosed || (holder.current !== null && !holder.current.isConnected);
    if (isNowhere && lost) place.current?.focus();
    // Whoever has gone on from there is left alone.
    if (open || (!hasClosed && activeElement !== holder.current)) {
      holder.current = null;
    }
  });
  return place;
}
