import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { QqlSide } from 'qualys-model';
import { completeQql, type QqlSuggestion } from './completion';

export interface CompletionOptions {
  text: string;
  side: QqlSide;
  field: RefObject<HTMLTextAreaElement>;
  onChange: (text: string) => void;
}

/**
 * Completes a query while it is written, with the keys of an editable
 * combobox: typing or Ctrl+Space opens the list, the arrows move through it,
 * Enter takes one, and Escape closes it.
 */
export function useCompletion(options: CompletionOptions) {
  const { text, side, field, onChange } = options;
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState<'no' | 'typing' | 'asked'>('no');
  const [active, setActive] = useState(-1);
  const caretToBe = useRef<number>();

  const completion = useMemo(
    () => (open === 'no' ? undefined : completeQql(text, caret, side)),
    [open, text, caret, side],
  );
  const shown = completion && (completion.begun || open === 'asked');
  const suggestions = shown ? completion.suggestions : [];

  useLayoutEffect(() => {
    const place = caretToBe.current;
    if (place === undefined) return;
    caretToBe.current = undefined;
    field.current?.setSelectionRange(place, place);
    setCaret(place);
  }, [text, field]);

  const close = () => {
    setOpen('no');
    setActive(-1);
  };

  const choose = (suggestion: QqlSuggestion) => {
    if (!completion) return;
    const { from, to } = completion;
    caretToBe.current = from + suggestion.text.length;
    onChange(text.slice(0, from) + suggestion.text + text.slice(to));
    close();
  };

  const onType = (typed: string, place: number) => {
    setCaret(place);
    setOpen('typing');
    setActive(-1);
    onChange(typed);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      setCaret(event.currentTarget.selectionStart);
      setOpen('asked');
      return;
    }
    const count = suggestions.length;
    if (count === 0) return;
    switch (event.key) {
      case 'ArrowDown':
        setActive(before => (before + 1) % count);
        break;
      case 'ArrowUp':
        setActive(before => (before <= 0 ? count : before) - 1);
        break;
      case 'Enter':
        if (active < 0) return;
        choose(suggestions[active]);
        break;
      case 'Escape':
        // It closes the list, and not what the text stands in.
        event.stopPropagation();
        close();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return {
    suggestions,
    active,
    choose,
    close,
    onType,
    onKeyDown,
    /** The caret was moved: what was offered for another place goes. */
    onMove: (place: number) => {
      if (place !== caret) {
        setCaret(place);
        close();
      }
    },
  };
}
