import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';

/**
 * Gives the focus to a heading where the button that a dialog would give it
 * back to goes with what was done in it.
 *
 * @returns the heading, which must be able to have the focus, and what gives it
 */
export function useHeadingFocus(): [RefObject<HTMLHeadingElement>, () => void] {
  const heading = useRef<HTMLHeadingElement>(null);
  const [given, setGiven] = useState(0);
  useEffect(() => {
    // After the dialog has gone, which gives the focus back itself.
    if (given > 0) heading.current?.focus();
  }, [given]);
  return [heading, useCallback(() => setGiven(count => count + 1), [])];
}
