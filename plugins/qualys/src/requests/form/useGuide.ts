import { useCallback, useEffect, useState } from 'react';
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
import { qualysApiRef } from '../../api/QualysApi';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import { useToast } from '../../hooks/useToast';
import { mergeEdits } from '../../settings/mergeEdits';
import { useQualysTranslation } from '../../translation';
import { useRequestPaths } from '../paths';
import { draftOf, valuesOf, type RequestFormValues } from './formValues';
import {
  FIELDS_OF,
  REQUEST_STEPS,
  stepOfField,
  type RequestStep,
} from './steps';
import { useDraft } from './useDraft';
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
  const state = useRequestForm({
    first,
    choices,
    fixed,
    id: fixed?.id,
    known: assets?.tags?.items ?? NO_TAGS,
  });
  const { form, settings, target } = state;
  const { name, account, purpose } = settings;
  const draft = useDraft({
    loaded,
    target,
    settings: draftOf(settings),
    typed: Boolean(name || account || purpose),
    onKept: () => toast(t('requestForm.draft.keptOnLeave'), 'info'),
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

  const moveTo = (to: RequestStep, kept?: ConnectorRequestDetails) => {
    if (!isNew || !kept) {
      goTo(to);
      return;
    }
    // From now on the page can be left and come back to.
    onBegun(kept.id);
    navigate(`${paths.edit(kept.id)}?step=${to}`, { replace: true });
  };

  useBeforeUnload(
    useCallback(
      event => {
        const lost = request ? draft.unsaved : Boolean(name || account);
        if (lost) event.preventDefault();
      },
      [request, draft.unsaved, name, account],
    ),
  );

  /** Checks a step, keeps the draft, and goes on; answers whether all was right. */
  const next = async (from: RequestStep): Promise<boolean> => {
    if (!(await form.trigger([...FIELDS_OF[from]]))) return false;
    const to = REQUEST_STEPS[REQUEST_STEPS.indexOf(from) + 1];
    if (from === 'target' && !request) {
      goTo(to);
      return true;
    }
    const kept = await draft.keep();
    if (kept) moveTo(to, kept);
    return true;
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
      navigate(paths.one(after.id));
    }
    return true;
  };

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

  const lookAgain = async () => {
    if (!request) {
      // What was begun and not heard of is found by its key.
      save.clear();
      const kept = await draft.keep();
      if (kept) moveTo(step, kept);
      return;
    }
    const fresh = await save.look(() => api.getConnectorRequest(request.id));
    if (fresh?.state === 'draft') goOnFrom(fresh);
    else if (fresh) navigate(paths.one(fresh.id));
  };

  return {
    ...state,
    assets,
    draft,
    step,
    goTo,
    next,
    submit,
    goOnFrom,
    lookAgain,
    leave: async () => {
      if (await draft.keep()) navigate(paths.list);
    },
  };
}

// Before there is a draft, nothing goes beyond what it is for.
function beginningTo(target: unknown): RequestStep {
  return target ? 'what' : 'target';
}

/** What asking for a connector is made of. */
export type Guide = ReturnType<typeof useGuide>;
