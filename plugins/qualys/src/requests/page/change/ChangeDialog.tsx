import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  requestChanges,
  type ConnectorAssetsChoices,
  type ConnectorRequestDetails,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { qualysApiRef } from '../../../api/QualysApi';
import { useQualysQuery } from '../../../hooks/useQualysQuery';
import { useToast } from '../../../hooks/useToast';
import { FreshDialog } from '../../../settings/FreshDialog';
import { mergeEdits } from '../../../settings/mergeEdits';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { valuesOf } from '../../form/formValues';
import { useRequestForm } from '../../form/useRequestForm';
import { readRequest } from '../../readRequest';
import { useRequestWords } from '../useRequestWords';
import { ChangeFields } from './ChangeFields';
import { changesOf } from './changesOf';

const ID = 'qualys-request-change';

const NO_TAGS: QpsReference[] = [];

// Where the connector is created is not asked any more.
const NO_CHOICES: RequestChoices = {
  subscriptions: [],
  owners: [],
  holdsKeys: false,
  mayCreateDirectly: false,
};

export interface ChangeDialogProps {
  request: ConnectorRequestDetails;
  /** How the request stands, as it was just learned. */
  onRead: (request: ConnectorRequestDetails) => void;
  onClose: () => void;
}

/** Approves a request with changes, once it is known what there is to choose from. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { createThrough, settings, subscription } = props.request;
  const query = useQualysQuery<ConnectorAssetsChoices>(
    useCallback(
      async signal =>
        createThrough === 'assetManagement'
          ? api
              .getConnectorRequestAssetsChoices(subscription, { signal })
              // Ids can be entered without them.
              .catch(() => ({}))
          : {},
      [api, createThrough, subscription],
    ),
  );
  const name = settings.name || t('requestPage.noName');
  return (
    <FreshDialog
      id={ID}
      title={t('requestDecision.change.title', { name })}
      query={query}
      onClose={props.onClose}
    >
      {choices => <ChangeEditor {...props} choices={choices} />}
    </FreshDialog>
  );
}

function ChangeEditor(
  props: ChangeDialogProps & { choices: ConnectorAssetsChoices },
) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const { choices, onClose, onRead } = props;
  const known = choices.tags?.items ?? NO_TAGS;
  // What is approved on the strength of; what changes meanwhile is told, and not slipped in.
  const [base, setBase] = useState(props.request);
  const [target] = useState({
    subscription: base.subscription,
    provider: base.provider,
    createThrough: base.createThrough,
  });
  const valuesFrom = (request: ConnectorRequestDetails) =>
    valuesOf(target, request.settings, known);
  const [first] = useState(() => valuesFrom(base));
  const words = useRequestWords(base.provider, choices.profiles, known);
  const state = useRequestForm({
    first,
    choices: NO_CHOICES,
    fixed: target,
    id: base.id,
    known,
    decides: true,
    // Of what cannot be approved any more, sending tells what became of it.
    unchecked: !props.request.may.includes('approve'),
  });
  const { form } = state;
  const name = base.settings.name || t('requestPage.noName');

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: readRequest,
    changesOf: agreed => requestChanges(base.settings, agreed),
    update: (agreed, reason) => {
      const changes = changesOf(base.settings, agreed);
      return api.actOnConnectorRequest(base.id, base.version, 'approve', {
        ...(Object.keys(changes).length > 0 && { changes }),
        ...(reason !== undefined && { reason }),
      });
    },
    onSaved: after => {
      onRead(after);
      toast(
        t('requestDecision.approve.done', {
          name: after.settings.name || name,
        }),
      );
      onClose();
    },
    read: () => api.getConnectorRequest(base.id),
    onBase: current => {
      onRead(current);
      // Somebody else may have decided, or it was taken back.
      if (current.may.includes('approve')) setBase(current);
      else onClose();
    },
    mergedWith: current =>
      mergeEdits(valuesFrom(base), form.getValues(), valuesFrom(current)),
  });

  return (
    <SettingsEditor
      id={ID}
      title={t('requestDecision.change.title', { name })}
      edit={edit}
      wordsOf={words}
      sendLabel={t('requestDecision.change.send')}
      sendsAgain={t('requestDecision.change.nothing')}
      reasonWords={{
        weakening: t('requestDecision.change.weakening'),
        hint: t('requestPage.reasonFor'),
      }}
      conflictOf={current => ({
        changes: requestChanges(base.settings, current.settings),
        by: t('requestPage.changed.stateNow', {
          state: t(`requests.state.${current.state}`),
        }),
      })}
      onClose={onClose}
    >
      <ChangeFields request={base} state={state} choices={choices} />
    </SettingsEditor>
  );
}
