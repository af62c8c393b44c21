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
  useSettingsSave,
  type SettingsSave,
} from '../../settings/useSettingsSave';
import { readRequest } from '../readRequest';
import type { RequestTarget } from './formValues';

/** How long somebody must have stopped typing before the draft is saved (in milliseconds). */
const PAUSE = 2_000;

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
  /** What the draft shall hold. */
  settings: RequestDraftSettings;
  /** Whether anything was typed that is worth a draft. */
  typed: boolean;
  /** A draft was begun because the form was left. */
  onKept: () => void;
}

/** A draft that is being written. */
export interface Draft {
  /** The draft as the portal has it; missing until it is begun. */
  request?: ConnectorRequestDetails;
  save: SettingsSave<ConnectorRequestDetails>;
  /** Whether something is typed that the portal does not have. */
  unsaved: boolean;
  /** Saves what is typed, and begins the draft where there is none; nothing where that failed. */
  keep: () => Promise<ConnectorRequestDetails | undefined>;
  /** Takes another state of it as the present one. */
  take: (request: ConnectorRequestDetails) => void;
}

/**
 * Keeps what is typed as a draft: when it is told to, and, once there is one,
 * a moment after the last key and when the form is left.
 */
export function useDraft(options: DraftOptions): Draft {
  const api = useApi(qualysApiRef);
  const { loaded, target } = options;
  const [request, setRequest] = useState(loaded);
  const save = useSettingsSave<ConnectorRequestDetails>(readRequest);
  const [key] = useState(newKey);
  // What is sent is sent one after the other, each from the state before.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const base = useRef(loaded);
  const wanted = useRef(options.settings);
  wanted.current = options.settings;

  const take = useCallback((state: ConnectorRequestDetails) => {
    base.current = state;
    setRequest(state);
  }, []);

  const isKept = (settings: RequestDraftSettings) =>
    base.current !== undefined &&
    requestChanges(base.current.settings, settings).length === 0;

  const send = async () => {
    const settings = wanted.current;
    const before = base.current;
    if (before && isKept(settings)) return before;
    if (!before && !target) return undefined;
    const after = await save.send(async () => {
      if (!before) {
        const { subscription, provider } = target!;
        return api.createConnectorRequest({
          subscription,
          provider,
          settings,
          idempotencyKey: key,
        });
      }
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
    });
    if (after) take(after);
    return after;
  };
  const latestSend = useRef(send);
  latestSend.current = send;

  const keep = useCallback(() => {
    const kept = queue.current.then(async () => {
      const after = await latestSend.current();
      // A draft that was begun before has what was sent then.
      return after && latestSend.current();
    });
    queue.current = kept.catch(() => {});
    return kept;
  }, []);

  const unsaved = request !== undefined && !isKept(options.settings);
  const blocked = save.conflict !== undefined || save.error !== undefined;
  useDebounce(
    () => {
      if (unsaved && !blocked) void keep();
    },
    PAUSE,
    [JSON.stringify(options.settings), unsaved, blocked],
  );

  // Nobody is there any more to hear what went wrong.
  const onLeave = useRef<() => Promise<unknown>>();
  onLeave.current = async () => {
    const before = base.current;
    if (save.conflict) return;
    if (before) {
      if (before.state !== 'draft' || isKept(wanted.current)) return;
      await api.saveConnectorRequest(before.id, before.version, {
        settings: wanted.current,
      });
    } else if (target && options.typed) {
      await api.createConnectorRequest({
        subscription: target.subscription,
        provider: target.provider,
        settings: wanted.current,
        idempotencyKey: key,
      });
      options.onKept();
    }
  };
  useEffect(
    () => () => {
      void queue.current.then(() => onLeave.current?.()).catch(() => {});
    },
    [],
  );

  return { request, save, unsaved, keep, take };
}
