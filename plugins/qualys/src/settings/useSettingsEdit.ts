import { useRef, useState } from 'react';
import {
  isWeakening,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useReason, type Reason } from './useReason';
import { useSettingsSave, type SettingsSave } from './useSettingsSave';

export interface SettingsEditOptions<
  State,
  Values extends FieldValues,
  Update,
> {
  /** The form, whose rules turn what was typed into what is sent. */
  form: UseFormReturn<Values, unknown, Update>;
  /** What the form began with. */
  first: Values;
  /** Reads a state that an error carries; nothing where it cannot be read. */
  readCurrent: (current: unknown) => Promise<State | undefined>;
  /** What an update changes in the state that it is made from. */
  changesOf: (update: Update) => SettingChange[];
  /** Whether it is sent without a review, since nothing changes in Qualys. */
  unreviewed?: boolean;
  /** Sends an update. */
  update: (update: Update, reason: string | undefined) => Promise<State>;
  /** It is done. */
  onSaved: (state: State, update: Update) => void;
  /** Reads the state afresh. */
  read: () => Promise<State>;
  /** Another state is the one that the change is made from. */
  onBase: (state: State) => void;
  /**
   * What the form holds on top of a newer state, with what was edited kept;
   * nothing where it stays as it is.
   */
  mergedWith: (current: State, reviewed?: Update) => Values | undefined;
}

/** A change of settings that is under way: the form, the review, the sending. */
export interface SettingsEdit<State, Update> {
  reason: Reason;
  save: SettingsSave<State>;
  /** What is reviewed; undefined while the form is filled in. */
  reviewed?: Update;
  changes: SettingChange[];
  /** Whether less is found or told afterwards. */
  weakening: boolean;
  /** Whether anything was typed that closing would lose. */
  dirty: () => boolean;
  /** Checks the form, and goes on to the review where all of it is right. */
  check: () => Promise<void>;
  /** Sends what was reviewed. */
  send: (reason: string | undefined) => Promise<void>;
  /** Back to the form. */
  back: () => void;
  /** Goes on from a newer state, with what was edited kept. */
  goOnFrom: (current: State) => void;
  /** Reads the state again, and keeps what was edited. */
  lookAgain: () => Promise<void>;
}

/** The steps of every change of settings. */
export function useSettingsEdit<State, Values extends FieldValues, Update>(
  options: SettingsEditOptions<State, Values, Update>,
): SettingsEdit<State, Update> {
  const { form, first, changesOf, onBase, unreviewed = false } = options;
  const [reviewed, setReviewed] = useState<Update>();
  const reason = useReason();
  const save = useSettingsSave(options.readCurrent);
  const untouched = useRef(JSON.stringify(first));
  const changes = reviewed === undefined ? [] : changesOf(reviewed);

  const submit = async (update: Update, why: string | undefined) => {
    const state = await save.send(() => options.update(update, why));
    if (state !== undefined) options.onSaved(state, update);
  };

  return {
    reason,
    save,
    reviewed,
    changes,
    weakening: isWeakening(changes),
    dirty: () =>
      reason.value !== '' ||
      JSON.stringify(form.getValues()) !== untouched.current,
    check: form.handleSubmit(
      async update => {
        if (unreviewed) await submit(update, undefined);
        else setReviewed(() => update);
      },
      () => setReviewed(undefined),
    ),
    send: async why => {
      if (reviewed !== undefined) await submit(reviewed, why);
    },
    back: () => {
      setReviewed(undefined);
      save.clear();
    },
    goOnFrom: current => {
      const merged = options.mergedWith(current, reviewed);
      onBase(current);
      save.clear();
      // What it comes to now is seen in the form first, and then reviewed again.
      setReviewed(undefined);
      if (merged) form.reset(merged);
    },
    lookAgain: async () => {
      const fresh = await save.look(options.read);
      if (fresh !== undefined) onBase(fresh);
    },
  };
}
