import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  requestChanges,
  type ConnectorRequestDetails,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import useDebounce from 'react-use/esm/useDebounce';
import { qualysApiRef } from '../../api/QualysApi';
import {
  toQualysApiError,
  type QualysApiError,
} from '../../api/QualysApiError';
import {
  useSettingsSave,
  type SettingsSave,
} from '../../settings/useSettingsSave';
import { readRequest } from '../readRequest';
import { draftOf, type RequestTarget } from './formValues';
import { isAccessHeld, wipingChanges, withoutWiping } from './wiping';

/** How long somebody must have stopped typing before the draft is saved (in milliseconds). */
const PAUSE = 2_000;
/** How long to wait before what could not be saved is tried again (in milliseconds). */
const RETRY_PAUSE = 15_000;

type Setting = keyof RequestDraftSettings;

/** What makes sure that a draft that is begun twice is begun once. */
function newKey(): string {
  // `randomUUID` is there on secure pages alone.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export interface DraftOptions {
  /** The draft that is gone on with. */
  loaded?: ConnectorRequestDetails;
  target: RequestTarget | undefined;
  /** What is asked for, as it stands in the form. */
  settings: RequestDraftSettings;
  /** The settings that are typed by half, which a draft cannot hold. */
  half: readonly Setting[];
  /** Whether anything was typed that is worth a draft. */
  typed: boolean;
  /** The form was left, and what is typed is kept, all but these settings. */
  onKept: (notKept: readonly Setting[]) => void;
  /** The form was left, and what was typed last is not kept. */
  onLost: (error?: QualysApiError) => void;
  /** What had been handed over is no longer there. */
  onWiped: () => void;
}

/** A draft that is being written. */
export interface Draft {
  /** The draft as the portal has it; missing until it is begun. */
  request?: ConnectorRequestDetails;
  save: SettingsSave<ConnectorRequestDetails>;
  /** Whether something is typed that the portal does not have, and can have. */
  unsaved: boolean;
  /** The settings that are typed by half, and are kept once they are right. */
  half: readonly Setting[];
  /** The settings whose change would wipe what was handed over, and which are kept once somebody goes on. */
  waiting: readonly Setting[];
  /** Whether what went wrong is tried again without anybody doing anything. */
  retries: boolean;
  /** Saves what is typed, and begins the draft where there is none; nothing where that failed. */
  keep: () => Promise<ConnectorRequestDetails | undefined>;
  /** Takes another state of it as the present one. */
  take: (request: ConnectorRequestDetails) => void;
}

/** Whether the same may go well a while later. */
function isPassing({ code }: QualysApiError): boolean {
  return ['unavailable', 'limited', 'outcomeUnknown', 'internal'].includes(
    code,
  );
}

/**
 * Keeps what is typed as a draft: when it is told to, and, once there is one,
 * a moment after the last key and when the form is left. What would wipe the
 * role or the key that was handed over is only kept when it is told to.
 */
export function useDraft(options: DraftOptions): Draft {
  const api = useApi(qualysApiRef);
  const { half, loaded, target } = options;
  const [request, setRequest] = useState(loaded);
  const save = useSettingsSave<ConnectorRequestDetails>(readRequest);
  const [key] = useState(newKey);
  // What is sent is sent one after the other, each from the state before.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const base = useRef(loaded);
  const latest = useRef(options);
  latest.current = options;

  const take = useCallback((state: ConnectorRequestDetails) => {
    const wiped =
      base.current && isAccessHeld(base.current) && !isAccessHeld(state);
    base.current = state;
    setRequest(state);
    if (wiped && state.state === 'draft') latest.current.onWiped();
  }, []);

  /** What the draft shall hold; by itself it loses nothing that was handed over. */
  const wanted = (byItself: boolean): RequestDraftSettings => {
    const before = base.current;
    const settings = draftOf(latest.current.settings, before?.settings);
    return before && byItself ? withoutWiping(before, settings) : settings;
  };
  const isKept = (settings: RequestDraftSettings) =>
    base.current !== undefined &&
    requestChanges(base.current.settings, settings).length === 0;

  const begin = (settings: RequestDraftSettings, at: RequestTarget) =>
    api.createConnectorRequest({
      subscription: at.subscription,
      provider: at.provider,
      settings,
      idempotencyKey: key,
    });
  const replace = async (
    before: ConnectorRequestDetails,
    settings: RequestDraftSettings,
  ) => {
    try {
      return await api.saveConnectorRequest(before.id, before.version, {
        settings,
      });
    } catch (error) {
      // The answer to the same save may have been lost before.
      const current = await readRequest(
        (error as { current?: unknown }).current,
      );
      if (
        current?.state === 'draft' &&
        requestChanges(current.settings, settings).length === 0
      ) {
        return current;
      }
      throw error;
    }
  };

  const send = async (byItself: boolean) => {
    const before = base.current;
    const settings = wanted(byItself);
    const at = latest.current.target;
    if (before && isKept(settings)) return before;
    if (!before && !at) return undefined;
    const after = await save.send(
      () => (before ? replace(before, settings) : begin(settings, at!)),
      { quiet: byItself },
    );
    if (after) take(after);
    return after;
  };
  const latestSend = useRef(send);
  latestSend.current = send;

  const keepIt = useCallback((byItself: boolean) => {
    const kept = queue.current.then(async () => {
      const after = await latestSend.current(byItself);
      // A draft that was begun before has what was sent then.
      return after && latestSend.current(byItself);
    });
    queue.current = kept.catch(() => {});
    return kept;
  }, []);

  const text = JSON.stringify(options.settings);
  const unsaved = request !== undefined && !isKept(wanted(true));
  const blocked = save.conflict !== undefined;
  const keepByItself = () => {
    if (unsaved && !blocked) void keepIt(true);
  };
  useDebounce(keepByItself, PAUSE, [text, unsaved, blocked]);

  // What could not be saved for now is tried again without a change, too.
  const { error } = save;
  const retries = unsaved && error !== undefined && isPassing(error);
  useDebounce(
    () => {
      if (retries) keepByItself();
    },
    Math.max(RETRY_PAUSE, 1000 * (error?.retryAfter ?? 0)),
    [error],
  );

  const onLeave = useRef<() => Promise<void>>();
  onLeave.current = async () => {
    const before = base.current;
    if (before ? before.state !== 'draft' : !(target && options.typed)) return;
    const settings = wanted(true);
    const notKept = [
      ...half,
      ...(before ? wipingChanges(before, options.settings) : []),
    ];
    if (isKept(settings)) {
      if (notKept.length > 0) options.onKept(notKept);
    } else if (save.conflict) {
      options.onLost();
    } else {
      try {
        if (before) await replace(before, settings);
        else await begin(settings, target!);
        if (!before || notKept.length > 0) options.onKept(notKept);
      } catch (thrown) {
        options.onLost(toQualysApiError(thrown));
      }
    }
  };
  useEffect(
    () => () => {
      void queue.current.then(() => onLeave.current?.());
    },
    [],
  );

  return {
    request,
    save,
    unsaved,
    half,
    waiting: request ? wipingChanges(request, options.settings) : [],
    retries,
    keep: useCallback(() => keepIt(false), [keepIt]),
    take,
  };
}
