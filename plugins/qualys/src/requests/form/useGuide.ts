import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ConnectorRequestDetails,
  RequestChoices,
} from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import {
  useBeforeUnload,
  useNavigate,
  useSearchParams,
} from 'react-router-dom';
import useMountedState from 'react-use/esm/useMountedState';
import { qualysApiRef } from '../../api/QualysApi';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import { useToast } from '../../hooks/useToast';
import { mergeEdits } from '../../settings/mergeEdits';
import { useQualysTranslation } from '../../translation';
import { useHandOver } from '../access';
import { useRequestPaths } from '../paths';
import { halfTyped, valuesOf, type RequestFormValues } from './formValues';
import {
  FIELDS_OF,
  REQUEST_STEPS,
  stepOfField,
  type RequestStep,
} from './steps';
import { useDraft } from './useDraft';
import { useDraftNews } from './useDraftNews';
import { useRequestForm } from './useRequestForm';
import { useStep } from './useStep';

export interface GuideOptions {
  choices: RequestChoices;
  /** The draft that is gone on with. */
  loaded?: ConnectorRequestDetails;
  /** Whether the address is that of a request that is yet to be begun. */
  isNew: boolean;
  /** A draft was begun; its page is that of this form. */
  onBegun: (id: string) => void;
}

/** What somebody has asked for that is under way. */
type Started = 'next' | 'submit' | 'leave' | 'look';

const NO_TAGS: QpsReference[] = [];

/** What a form begins with for which the address says something. */
function prefilled(
  { subscriptions, owners }: RequestChoices,
  query: URLSearchParams,
): RequestFormValues {
  const wanted = query.get('subscription');
  // Where there is only one, there is nothing to choose.
  const only = subscriptions.length === 1 ? subscriptions[0] : undefined;
  const chosen = subscriptions.find(({ id }) => id === wanted) ?? only;
  const provider =
    chosen?.clouds.find(cloud => cloud === query.get('provider')) ??
    (chosen?.clouds.length === 1 ? chosen.clouds[0] : '');
  return valuesOf(
    { subscription: chosen?.id ?? '', provider },
    {
      ...(owners.length === 1 && { owner: owners[0] }),
      entityRef: query.get('entity') ?? undefined,
    },
  );
}

/** The tags and option profiles of a subscription; nothing where Qualys does not tell them. */
function useAssetsChoices(subscription: string | undefined) {
  const api = useApi(qualysApiRef);
  return useQualysQuery(
    useCallback(
      async (signal: AbortSignal) =>
        subscription === undefined
          ? undefined
          : api.getConnectorRequestAssetsChoices(subscription, { signal }),
      [api, subscription],
    ),
  ).value;
}

/** Asking for a connector: the form, its draft, its steps, and the submitting. */
export function useGuide(options: GuideOptions) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const paths = useRequestPaths();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { choices, loaded, isNew, onBegun } = options;
  const [first] = useState(() =>
    loaded ? valuesOf(loaded, loaded.settings) : prefilled(choices, query),
  );
  const [fixed, setFixed] = useState(loaded);
  const [read, setRead] = useState<string>();
  const assets = useAssetsChoices(read);
  const known = assets?.tags?.items ?? NO_TAGS;
  const state = useRequestForm({
    first,
    choices,
    fixed,
    id: fixed?.id,
    known,
  });
  const { form, settings, target } = state;
  const { name, account, purpose } = settings;
  const draft = useDraft({
    loaded,
    target,
    settings,
    half: halfTyped(form.getValues(), settings, known),
    typed: Boolean(name || account || purpose),
    ...useDraftNews(target?.provider ?? 'AWS'),
  });
  const { request, save } = draft;
  useEffect(() => setFixed(request), [request]);

  // What only Asset Management has is read when somebody comes to it.
  const isTold = target?.createThrough === 'assetManagement';
  const [step, goTo] = useStep(
    request ? 'review' : beginningTo(target),
    loaded ? 'what' : 'target',
  );
  useEffect(() => {
    if (isTold && (step === 'settings' || step === 'review')) {
      setRead(target.subscription);
    }
  }, [isTold, step, target?.subscription]);

  // An answer may come after somebody has gone on to something else.
  const isHere = useMountedState();
  const present = useRef(step);
  present.current = step;
  const [started, setStarted] = useState<Started>();
  const start = async <T>(what: Started, act: () => Promise<T>): Promise<T> => {
    setStarted(what);
    try {
      return await act();
    } finally {
      setStarted(undefined);
    }
  };

  const moveTo = (to: RequestStep, kept?: ConnectorRequestDetails) => {
    if (!isHere()) return;
    if (!isNew || !kept) {
      goTo(to);
      return;
    }
    // From now on the page can be left and come back to.
    onBegun(kept.id);
    navigate(`${paths.edit(kept.id)}?step=${to}`, { replace: true });
  };
  const leaveTo = (path: string) => {
    if (isHere()) navigate(path);
  };

  const isHalf = draft.half.length > 0;
  const isWaiting = draft.waiting.length > 0;
  useBeforeUnload(
    useCallback(
      event => {
        const lost = request
          ? draft.unsaved || isHalf || isWaiting
          : Boolean(name || account);
        if (lost) event.preventDefault();
      },
      [request, draft.unsaved, isHalf, isWaiting, name, account],
    ),
  );

  const goOnFrom = (current: ConnectorRequestDetails) => {
    const before = request ?? current;
    form.reset(
      mergeEdits(
        valuesOf(before, before.settings, assets?.tags?.items),
        form.getValues(),
        valuesOf(current, current.settings, assets?.tags?.items),
      ),
    );
    draft.take(current);
    save.clear();
  };

  const handOver = useHandOver({
    request,
    onGiven: draft.take,
    onMoved: goOnFrom,
    // What is still on its way to the draft would come to it as another one.
    prepare: draft.keep,
  });

  /** Checks a step, keeps the draft, and goes on; answers whether all was right. */
  const next = async (from: RequestStep): Promise<boolean> => {
    if (!(await form.trigger([...FIELDS_OF[from]]))) return false;
    const to = REQUEST_STEPS[REQUEST_STEPS.indexOf(from) + 1];
    if (from === 'target' && !request) {
      goTo(to);
      return true;
    }
    // What is wrong there is said there.
    if (from === 'access' && !(await handOver.settle())) return true;
    const kept = await draft.keep();
    const isStill = present.current === from;
    if (kept) moveTo(isStill ? to : present.current, kept);
    return true;
  };

  /** Hands over what was typed for that, and comes back to it where that is not possible. */
  const settle = async (): Promise<boolean> => {
    const isSettled = await handOver.settle();
    if (!isSettled && isHere()) goTo('access');
    return isSettled;
  };

  const submit = async (direct: boolean): Promise<boolean> => {
    if (!(await form.trigger())) {
      const wrong = Object.keys(form.formState.errors);
      const steps = wrong.map(field =>
        stepOfField(field as keyof RequestFormValues),
      );
      const place = REQUEST_STEPS.find(each => steps.includes(each));
      if (place) goTo(place);
      return true;
    }
    if (!(await settle())) return true;
    const kept = await draft.keep();
    if (!kept) return true;
    const after = await save.send(() =>
      api.actOnConnectorRequest(kept.id, kept.version, 'submit', { direct }),
    );
    if (after) {
      draft.take(after);
      toast(
        t(direct ? 'requestForm.created' : 'requestForm.submitted', {
          name: after.settings.name ?? '',
        }),
      );
      leaveTo(paths.one(after.id));
    }
    return true;
  };

  const leave = async () => {
    if (!(await settle())) return;
    if (await draft.keep()) leaveTo(paths.list);
  };

  const lookAgain = async () => {
    if (!request) {
      // What was begun and not heard of is found by its key.
      save.clear();
      const kept = await draft.keep();
      if (kept) moveTo(present.current, kept);
      return;
    }
    const fresh = await save.look(() => api.getConnectorRequest(request.id));
    if (fresh?.state === 'draft') goOnFrom(fresh);
    else if (fresh) leaveTo(paths.one(fresh.id));
  };

  return {
    ...state,
    assets,
    draft,
    handOver,
    step,
    goTo,
    goOnFrom,
    /** What somebody has asked for that is under way; saving by itself is none of it. */
    started,
    next: (from: RequestStep) => start('next', () => next(from)),
    submit: (direct: boolean) => start('submit', () => submit(direct)),
    leave: () => start('leave', leave),
    lookAgain: () => start('look', lookAgain),
  };
}

// Before there is a draft, nothing goes beyond what it is for.
function beginningTo(target: unknown): RequestStep {
  return target ? 'what' : 'target';
}

/** What asking for a connector is made of. */
export type Guide = ReturnType<typeof useGuide>;
