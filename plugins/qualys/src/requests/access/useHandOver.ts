import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { useBeforeUnload } from 'react-router-dom';
import { qualysApiRef } from '../../api/QualysApi';
import { useToast } from '../../hooks/useToast';
import { mergeEdits } from '../../settings/mergeEdits';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import {
  useSettingsSave,
  type SettingsSave,
} from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import { readRequest } from '../readRequest';
import {
  accessValues,
  isTyped,
  useAccessForm,
  type AccessFormState,
} from './useAccessForm';

export interface HandOverOptions {
  /** The request as it was read last; missing until there is one. */
  request: ConnectorRequestDetails | undefined;
  /** It was handed over; what the request is then. */
  onGiven: (request: ConnectorRequestDetails) => void;
  /** The request turned out to be a newer one than was given. */
  onMoved?: (request: ConnectorRequestDetails) => void;
  /**
   * Brings the request to where it is handed over to; answers nothing where
   * that failed. It is the given one unless given.
   */
  prepare?: () => Promise<ConnectorRequestDetails | undefined>;
}

/** What Qualys signs in with, while it is typed and handed over. */
export interface HandOver {
  /** The request as it is known now. */
  request: ConnectorRequestDetails | undefined;
  form: AccessFormState;
  /** The form that is shown. */
  content: RefObject<HTMLFormElement>;
  /** Counts how often something was handed over: fields that are begun anew hold nothing of it. */
  round: number;
  save: SettingsSave<ConnectorRequestDetails>;
  /** Hands over what is typed; answers whether that was done. */
  give: () => Promise<boolean>;
  /** Hands over what is typed, if anything is; answers whether nothing of it is left. */
  settle: () => Promise<boolean>;
  /** Goes on from a newer state of the request, with what was typed kept. */
  goOnFrom: (current: ConnectorRequestDetails) => void;
  /** Reads the request again, where it is not known what became of it. */
  look: () => Promise<void>;
}

/**
 * Takes what Qualys signs in with, and hands it over. What is typed stays with
 * whoever calls this, whether or not the form is shown, and is gone with them;
 * that it was not handed over is said then.
 */
export function useHandOver(options: HandOverOptions): HandOver {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const content = useRef<HTMLFormElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const save = useSettingsSave(readRequest);
  // The one that it turned out to be, until the page has it too.
  const [moved, setMoved] = useState<ConnectorRequestDetails>();
  useEffect(() => setMoved(undefined), [options.request?.version]);
  const request = moved ?? options.request;
  const form = useAccessForm(request);
  const [round, setRound] = useState(0);

  // What was handed over meanwhile, or wiped, shows where nobody has typed.
  const first = accessValues(request);
  const begun = useRef(first);
  const known = JSON.stringify(first);
  useEffect(() => {
    const now = JSON.parse(known);
    if (known === JSON.stringify(begun.current)) return;
    form.reset(mergeEdits(begun.current, form.getValues(), now));
    begun.current = now;
  }, [form, known]);

  const hasTyped = () => isTyped(form.getValues(), begun.current);

  const give = async (): Promise<boolean> => {
    let isGiven = false;
    await form.handleSubmit(async access => {
      const after = await save.send(async () => {
        const to = options.prepare ? await options.prepare() : request;
        return (
          to && api.actOnConnectorRequest(to.id, to.version, 'access', access)
        );
      });
      if (!after) return;
      isGiven = true;
      begun.current = accessValues(after);
      form.reset(begun.current);
      setRound(count => count + 1);
      toast(t(`requestAccess.given.${after.provider}`));
      options.onGiven(after);
    }, focusFirstError)();
    return isGiven;
  };

  const goOnFrom = (current: ConnectorRequestDetails) => {
    setMoved(current);
    save.clear();
    options.onMoved?.(current);
  };

  const drop = () => {
    if (!request || !hasTyped()) return;
    form.reset(begun.current);
    toast(t(`requestAccess.notGiven.${request.provider}`), 'warning');
  };
  const latest = useRef({ hasTyped, drop });
  latest.current = { hasTyped, drop };
  useBeforeUnload(
    useCallback(event => {
      if (latest.current.hasTyped()) event.preventDefault();
    }, []),
  );
  // It is cancelled, say, while somebody types.
  const isOver = request !== undefined && !request.may.includes('giveAccess');
  useEffect(() => {
    if (isOver) latest.current.drop();
  }, [isOver]);
  useEffect(() => () => latest.current.drop(), []);

  return {
    request,
    form,
    content,
    round,
    save,
    give,
    settle: async () => !hasTyped() || give(),
    goOnFrom,
    look: async () => {
      if (!request) return;
      const fresh = await save.look(() => api.getConnectorRequest(request.id));
      if (fresh) goOnFrom(fresh);
    },
  };
}
