import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import type { CreatedWebApp, Status } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useOptionalStatus } from '../../hooks/useOptionalStatus';
import { OpeningDialog } from '../../settings/FreshDialog';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import { Created } from './Created';
import { CreateFields } from './CreateFields';
import { useCreateForm, type Creation } from './useCreateForm';

const ID = 'qualys-create-web-app';

// Nothing is made from an older state, so that none is ever answered.
const noConflict = async () => undefined;

export interface CreateWebAppDialogProps {
  onClose: () => void;
  onCreated: () => void;
}

/** Creates a web app for an entity, and says what is left to do then. */
export function CreateWebAppDialog(props: CreateWebAppDialogProps) {
  const { t } = useQualysTranslation();
  const { status, loading } = useOptionalStatus();
  // The field of the subscription is another one for who may see them, and is
  // not exchanged while somebody is at it.
  return loading ? (
    <OpeningDialog
      id={ID}
      title={t('webApps.platform.create.title')}
      onClose={props.onClose}
    />
  ) : (
    <CreateWebAppForm {...props} subscriptions={status?.subscriptions} />
  );
}

function CreateWebAppForm(
  props: CreateWebAppDialogProps & {
    subscriptions: Status['subscriptions'] | undefined;
  },
) {
  const { t } = useQualysTranslation();
  const { subscriptions } = props;
  const api = useApi(qualysApiRef);
  const form = useCreateForm(subscriptions?.[0]?.subscription ?? '');
  const save = useSettingsSave<CreatedWebApp>(noConflict);
  const [created, setCreated] = useState<CreatedWebApp>();
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { error, sending } = save;

  const send = async ({ subscription, webApp }: Creation) => {
    const made = await save.send(() => api.createWebApp(subscription, webApp));
    if (!made) return;
    setCreated(made);
    props.onCreated();
  };

  if (created) {
    return (
      <SettingsDialog
        id={ID}
        title={t('webApps.platform.create.title')}
        onClose={props.onClose}
        closeLabel={t('webApps.platform.create.close')}
      >
        <Created created={created} />
      </SettingsDialog>
    );
  }
  return (
    <SettingsDialog
      id={ID}
      title={t('webApps.platform.create.title')}
      dirty={form.formState.isDirty}
      sending={sending}
      onClose={props.onClose}
      onSubmit={async () => {
        await form.handleSubmit(send)();
        focusFirstError();
      }}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending}
        >
          {sending
            ? t('webApps.platform.create.sending')
            : t('webApps.platform.create.send')}
        </Button>
      }
    >
      <div ref={content}>
        <Typography variant="body2" paragraph>
          {t('webApps.platform.create.intro')}
        </Typography>
        <CreateFields form={form} subscriptions={subscriptions} />
        {error && (
          <>
            <ProblemNotice error={error} notAllowed={error.message} />
            {error.code === 'outcomeUnknown' && (
              <Typography variant="body2">
                {t('webApps.platform.create.again')}
              </Typography>
            )}
          </>
        )}
      </div>
    </SettingsDialog>
  );
}
